package io.weft.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortOwnerTest {

    @Test
    void aTakenPortIsNamedWithWhoHasItAndTheWayOut() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            Ports ports = Ports.from(List.of("records=" + taken.getLocalPort()), Map.of(), Optional.empty());
            assertThatThrownBy(() -> ports.requireFree(Part.RECORDS))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + ", which records needs, cannot be used")
                    .hasMessageContaining("process " + ProcessHandle.current().pid() + " (")
                    .hasMessageContaining("./weft demo --port records=NUMBER");
        }
    }

    @Test
    void aFreePortHasNoOwner() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertThat(PortOwner.of(port)).isEmpty();
        Ports.from(List.of(Integer.toString(port)), Map.of(), Optional.empty()).requireFree(Part.GATEWAY);
    }
}
