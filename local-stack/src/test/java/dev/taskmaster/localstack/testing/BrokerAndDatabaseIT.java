package dev.taskmaster.localstack.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskmaster.localstack.readiness.BoltHandshake;
import dev.taskmaster.localstack.readiness.KafkaMetadata;
import org.junit.jupiter.api.Test;

class BrokerAndDatabaseIT {
  @Test
  void whoeverAsksGetsTheSameRunningOnes() {
    var first = BrokerAndDatabase.shared();
    var second = BrokerAndDatabase.shared();
    assertThat(second).isSameAs(first);
    assertThat(new KafkaMetadata(first.stack().process("kafka").port()).isReady()).isTrue();
    assertThat(new BoltHandshake(first.boltUri().getPort()).isReady()).isTrue();
    assertThat(first.bootstrapServers()).startsWith("127.0.0.1:");
  }
}
