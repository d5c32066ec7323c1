package dev.taskmaster.gateway.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrontDoorTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, true",
    "localhost, true",
    "::1, true",
    "0.0.0.0, false",
    "192.0.2.1, false",
    "::, false"
  })
  void onlyThisMachineIsLoopback(String host, boolean loopback) {
    assertThat(FrontDoor.isLoopback(host)).isEqualTo(loopback);
  }

  @Test
  void aWiderBindDoesNotStart() {
    assertThatThrownBy(() -> new FrontDoor("0.0.0.0"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("quarkus.http.host");
  }
}
