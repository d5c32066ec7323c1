package dev.taskmaster.executor.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskmaster.events.NodeKind;
import dev.taskmaster.executor.adapter.ExecutorKinds;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EveryKindTest {
  @Test
  void theExecutorDoesEveryKindThatTheContractGivesIt() {
    var given =
        Arrays.stream(NodeKind.values())
            .filter(kind -> kind.worker() == NodeKind.Worker.EXECUTOR)
            .collect(Collectors.toSet());

    assertThat(
            ExecutorKinds.of(null, null, null, null, new dev.taskmaster.blobs.MemoryBlobs())
                .kinds())
        .isEqualTo(given);
  }
}
