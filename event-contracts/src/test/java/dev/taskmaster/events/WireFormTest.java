package dev.taskmaster.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.taskmaster.claims.ClaimReply;
import dev.taskmaster.claims.ClaimRequest;
import dev.taskmaster.claims.Heartbeat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What travels between services has the form of the golden files, and no other. */
class WireFormTest {

  static List<String> goldenEvents() throws IOException {
    return Golden.events();
  }

  static Stream<Arguments> goldenClaims() {
    return Stream.of(
        Arguments.of("claims/claim-request", ClaimRequest.class),
        Arguments.of("claims/claim-reply", ClaimReply.class),
        Arguments.of("claims/heartbeat", Heartbeat.class),
        Arguments.of("claims/heartbeat-reply", Heartbeat.Reply.class));
  }

  @ParameterizedTest
  @MethodSource("goldenEvents")
  void anEventReadFromItsGoldenFileIsWrittenTheSame(String name) throws IOException {
    var golden = Golden.read(name);

    var event = EventJson.read(Golden.typeOf(name), golden);

    assertThat(EventTypes.nameOf(event)).isEqualTo(Golden.typeOf(name));
    assertSameJson(EventJson.write(event), golden);
  }

  @ParameterizedTest
  @MethodSource("goldenClaims")
  void theClaimProtocolReadFromItsGoldenFilesIsWrittenTheSame(String name, Class<?> type)
      throws IOException {
    var golden = Golden.read(name);

    assertSameJson(EventJson.write(EventJson.mapper().readValue(golden, type)), golden);
  }

  @Test
  void everyEventTypeHasAGoldenFile() throws IOException {
    assertThat(Golden.events().stream().map(Golden::typeOf).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(EventTypes.all().keySet());
  }

  @Test
  void everyRecordOfTheSealedStreamsHasAWireName() {
    assertThat(List.<Class<?>>copyOf(EventTypes.all().values()))
        .containsExactlyInAnyOrderElementsOf(leaves(Event.class).toList());
  }

  @Test
  void everyResultTypeHasAGoldenFile() throws IOException {
    var seen =
        Golden.events().stream()
            .filter(name -> name.startsWith("node.succeeded"))
            .map(WireFormTest::resultType)
            .toList();

    assertThat(seen).containsExactlyInAnyOrderElementsOf(leaves(NodeResult.class).toList());
  }

  @Test
  void fieldsThatAnOlderReaderDoesNotKnowAreIgnored() throws IOException {
    var newer = (ObjectNode) EventJson.mapper().readTree(Golden.read("task.cancelled"));
    newer.put("addedLater", 1);

    var event = EventJson.read("task.cancelled", EventJson.write(newer));

    assertThat(event).isEqualTo(EventJson.read("task.cancelled", Golden.read("task.cancelled")));
  }

  @Test
  void whatIsNoEventIsRefusedWithTheReason() {
    assertThatThrownBy(() -> EventJson.read("task.unheard-of", bytes("{}")))
        .isInstanceOf(UnreadableEventException.class)
        .hasMessageContaining("task.unheard-of");
    assertThatThrownBy(() -> EventJson.read("task.cancelled", bytes("{\"task\":")))
        .isInstanceOf(UnreadableEventException.class);
    assertThatThrownBy(() -> EventJson.read("task.cancelled", bytes("null")))
        .isInstanceOf(UnreadableEventException.class);
    assertThatThrownBy(() -> EventJson.read("task.cancelled", bytes("{\"task\":\"../../etc\"}")))
        .isInstanceOf(UnreadableEventException.class)
        .hasMessageContaining("../../etc");
    assertThatThrownBy(() -> EventJson.read("task.cancelled", new byte[0]))
        .isInstanceOf(UnreadableEventException.class);
  }

  private static Class<?> resultType(String name) {
    try {
      var event = (NodeEvent.NodeSucceeded) EventJson.read("node.succeeded", Golden.read(name));
      return event.result().getClass();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(WireFormTest::leaves)
        : Stream.of(type);
  }

  private static void assertSameJson(byte[] written, byte[] golden) throws IOException {
    var mapper = EventJson.mapper();
    assertThat(mapper.readTree(written)).isEqualTo(mapper.readTree(golden));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
