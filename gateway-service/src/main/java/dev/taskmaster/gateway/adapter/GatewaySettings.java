package dev.taskmaster.gateway.adapter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** The gateway's settings. Kafka is found by {@code kafka.bootstrap.servers}. */
@ConfigMapping(prefix = "taskmaster")
public interface GatewaySettings {
  /** Where the graph store answers. */
  @WithDefault("http://127.0.0.1:8471")
  URI graphStoreUrl();

  /** Where the prompt service answers. */
  @WithDefault("http://127.0.0.1:8472")
  URI promptsUrl();

  /** The folder of content kept by its hash; shared with the other services. */
  @WithDefault("${user.home}/.taskmaster/blobs")
  Path blobsDir();

  /** The folder of the exchange repositories; shared with the other services. */
  @WithDefault("${user.home}/.taskmaster/exchange")
  Path exchangeDir();

  /** Where the gateway keeps which submission became which task. */
  @WithDefault("${taskmaster.exchange-dir}/../gateway")
  Path gatewayDir();

  /** What a task may spend, and how. */
  Budget budget();

  /** The live stream. */
  Live live();

  /** How long another part of the stack may take to answer. */
  @WithDefault("20s")
  Duration answerWithin();

  /** Defaults for projects that say nothing. */
  interface Budget {
    /** Money, in the currency of the models. */
    @WithDefault("2.00")
    BigDecimal amount();

    /** Passes from plan to review. */
    @WithDefault("4")
    int rounds();
  }

  /** Settings of the live stream. */
  interface Live {
    /** After so much silence a stream gives a sign of life. */
    @WithDefault("10s")
    Duration heartbeat();
  }
}
