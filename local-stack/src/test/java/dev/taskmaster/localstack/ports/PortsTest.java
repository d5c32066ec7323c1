package dev.taskmaster.localstack.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void theUsualPortIsTakenIfItIsFree() throws Exception {
    int free;
    try (var socket = listening()) {
      free = socket.getLocalPort();
    }
    assertThat(new Ports(Map.of()).choose("kafka", free)).isEqualTo(free);
  }

  @Test
  void anotherOneIsFoundIfTheUsualIsTaken() throws Exception {
    try (var socket = listening()) {
      assertThat(new Ports(Map.of()).choose("kafka", socket.getLocalPort()))
          .isNotEqualTo(socket.getLocalPort())
          .matches(Ports::isFree);
    }
  }

  @Test
  void aPortAskedForIsUsedOrRefused() throws Exception {
    try (var socket = listening()) {
      var ports = new Ports(Map.of("kafka", socket.getLocalPort()));
      assertThatThrownBy(() -> ports.choose("kafka", 1))
          .hasMessageContaining(Integer.toString(socket.getLocalPort()))
          .hasMessageContaining("kafka");
    }
  }

  @Test
  void noPortIsGivenTwice() {
    var ports = new Ports(Map.of());
    var given = new HashSet<Integer>();
    for (int i = 0; i < 50; i++) {
      assertThat(given.add(ports.free())).isTrue();
    }
  }

  @Test
  void twoStacksThatStartTogetherDoNotChooseTheSamePort() throws Exception {
    int usual;
    try (var socket = listening()) {
      usual = socket.getLocalPort();
    }
    try (var one = new Ports(Map.of());
        var two = new Ports(Map.of())) {
      assertThat(one.choose("gateway", usual)).isEqualTo(usual);
      assertThat(two.choose("gateway", usual)).isNotEqualTo(usual);
    }
    try (var later = new Ports(Map.of())) {
      assertThat(later.choose("gateway", usual)).isEqualTo(usual);
    }
  }

  private static ServerSocket listening() throws Exception {
    return new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
  }
}
