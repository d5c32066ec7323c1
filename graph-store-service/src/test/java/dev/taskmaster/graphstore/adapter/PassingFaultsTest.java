package dev.taskmaster.graphstore.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import dev.taskmaster.graphstore.adapter.neo4j.PassingFaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;
import org.neo4j.driver.exceptions.TransientException;

class PassingFaultsTest {
  @Test
  void whatMayWorkNextTimeIsTriedAgain() {
    assertThat(PassingFaults.isPassing(new ServiceUnavailableException("gone"))).isTrue();
    assertThat(PassingFaults.isPassing(new SessionExpiredException("gone"))).isTrue();
    assertThat(
            PassingFaults.isPassing(
                new TransientException(
                    "Neo.TransientError.Transaction.DeadlockDetected", "deadlock")))
        .isTrue();
    assertThat(
            PassingFaults.isPassing(
                new ClientException(
                    "Unable to acquire connection from the pool within configured maximum time")))
        .isTrue();
    assertThat(
            PassingFaults.isPassing(
                new UncheckedIOException(new IOException("No space left on device"))))
        .isTrue();
  }

  @Test
  void whatWillNeverWorkIsNot() {
    assertThat(PassingFaults.isPassing(new IllegalStateException("a bug"))).isFalse();
    assertThat(
            PassingFaults.isPassing(
                new ClientException("Neo.ClientError.Statement.SyntaxError", "bad query")))
        .isFalse();
    assertThat(
            PassingFaults.isPassing(
                new UncheckedIOException(new JsonParseException(null, "no JSON"))))
        .isFalse();
  }
}
