package org.motifworks.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void takenPort_isPassedOver() throws Exception {
    try (ServerSocket taken = new ServerSocket(0);
        Ports ports = new Ports()) {
      assertThat(ports.hold(taken.getLocalPort())).isGreaterThan(taken.getLocalPort());
    }
  }

  @Test
  void heldPort_isNotChosenAgain_evenByAnother() {
    try (Ports ports = new Ports();
        Ports others = new Ports()) {
      int held = ports.hold(20_000);
      assertThat(others.hold(held)).isNotEqualTo(held);
      ports.release(held);
      assertThat(others.hold(held)).isEqualTo(held);
    }
  }
}
