package dev.taskmaster.localstack.parts;

import dev.taskmaster.events.Topics;
import dev.taskmaster.localstack.process.ChildSpec;
import dev.taskmaster.localstack.readiness.FileExists;
import dev.taskmaster.localstack.readiness.KafkaMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The broker: one Kafka node in KRaft mode, broker and controller in one process. */
final class KafkaBroker {
  static final String NAME = "kafka";
  static final int USUAL_PORT = 9392;

  private static final String MODULE = "local-stack-kafka";
  private static final String MAIN = "dev.taskmaster.localstack.kafka.KafkaServer";
  private static final Memory MEMORY = new Memory(160, 96, 32, Memory.Compiler.QUICK);

  private KafkaBroker() {}

  static PlannedProcess plan(Premises premises, int port, int controllerPort, int partitions) {
    var folders = premises.folders();
    var properties = folders.run().resolve("kraft.properties");
    var ready = folders.run().resolve("kafka.ready");
    write(properties, properties(folders.kafka(), port, controllerPort));
    deleteStale(ready);
    var arguments = new ArrayList<>(List.of(properties.toString(), ready.toString()));
    Topics.all().forEach(topic -> arguments.add(topic + "=" + partitionsOf(topic, partitions)));
    var jars = List.of(premises.installation().jarOf(MODULE));
    var topicsExist = new FileExists(ready);
    var answers = new KafkaMetadata(port);
    var spec =
        new ChildSpec(
            NAME,
            premises.program(NAME, MEMORY.flags(), jars, MAIN, arguments),
            premises.surroundings().minimal(),
            folders.run(),
            folders.log(NAME),
            () -> topicsExist.isReady() && answers.isReady(),
            Duration.ofSeconds(90),
            Duration.ofSeconds(20));
    return new PlannedProcess(spec, port, URI.create("kafka://127.0.0.1:" + port), false);
  }

  /** What could not be understood is read by people, in order; it needs no parallel readers. */
  private static int partitionsOf(String topic, int usual) {
    return topic.endsWith(".dlq") ? 1 : usual;
  }

  private static String properties(Path data, int port, int controllerPort) {
    return """
    process.roles=broker,controller
    node.id=1
    controller.quorum.voters=1@127.0.0.1:%2$d
    listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
    advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
    controller.listener.names=CONTROLLER
    listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
    log.dirs=%3$s
    auto.create.topics.enable=false
    # One node cannot replicate.
    default.replication.factor=1
    min.insync.replicas=1
    offsets.topic.replication.factor=1
    transaction.state.log.replication.factor=1
    transaction.state.log.min.isr=1
    share.coordinator.state.topic.replication.factor=1
    share.coordinator.state.topic.min.isr=1
    # An event may wait for as long as the machine is switched off.
    log.retention.ms=-1
    offsets.retention.minutes=525600
    # Small: threads, internal partitions, preallocated indexes and the cleaner's buffer.
    group.coordinator.threads=1
    group.initial.rebalance.delay.ms=0
    offsets.topic.num.partitions=4
    transaction.state.log.num.partitions=2
    share.coordinator.state.topic.num.partitions=1
    num.network.threads=2
    num.io.threads=4
    background.threads=2
    log.cleaner.dedupe.buffer.size=4194304
    log.index.size.max.bytes=1048576
    log.segment.bytes=67108864
    telemetry.max.bytes=1048576
    """
        .formatted(port, controllerPort, data.toString().replace("\\", "\\\\"));
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private static void deleteStale(Path ready) {
    try {
      Files.deleteIfExists(ready);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + ready, e);
    }
  }
}
