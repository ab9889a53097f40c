package io.weft.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void optionsTakeTheirValueFromTheNextWordOrAfterAnEqualsSign() {
        Arguments arguments = Arguments.parse(
                List.of("records", "--port", "records=4101", "--port=4100", "-f"), List.of("--port"), List.of("-f"));
        assertThat(arguments.words()).containsExactly("records");
        assertThat(arguments.options()).isEqualTo(Map.of("--port", List.of("records=4101", "4100")));
        assertThat(arguments.option("--port")).contains("4100");
        assertThat(arguments.has("-f")).isTrue();
    }

    @Test
    void anUnknownOptionIsRefusedAndTheKnownOnesAreNamed() {
        assertThatThrownBy(() -> Arguments.parse(List.of("--prot", "1"), List.of("--port"), List.of()))
                .isInstanceOf(Problem.class)
                .hasMessage("There is no option --prot here; there are: --port");
        assertThatThrownBy(() -> Arguments.parse(List.of("--port"), List.of("--port"), List.of()))
                .hasMessage("--port needs a value");
    }

    @Test
    void portsComeFromOptionsThenEnvironmentThenTheLastStartThenDefaults() {
        Ports last = Ports.from(List.of("search=4504", "features=4503", "4500"), Map.of(), Optional.empty());
        Ports ports = Ports.from(
                List.of("records=4101"),
                Map.of("WEFT_PORT_RECORDS", "4201", "WEFT_PORT_FEATURES", "4203"),
                Optional.of(last));
        assertThat(ports.of(Part.RECORDS)).isEqualTo(4101);
        assertThat(ports.of(Part.FEATURES)).isEqualTo(4203);
        assertThat(ports.of(Part.SEARCH)).isEqualTo(4504);
        assertThat(ports.of(Part.GATEWAY)).isEqualTo(4500);
        assertThat(ports.of(Part.METADATA)).isEqualTo(4002);
    }

    @Test
    void freePortsAreDifferentOnes() {
        Ports ports = Ports.from(List.of("free"), Map.of(), Optional.empty());
        assertThat(ports.numbers().values()).doesNotHaveDuplicates().hasSize(Part.values().length);
    }

    @Test
    void whatIsNoPortIsRefused() {
        assertThatThrownBy(() -> Ports.from(List.of("http"), Map.of(), Optional.empty()))
                .hasMessage("--port: \"http\" is no port: a number from 1 to 65535");
        assertThatThrownBy(() -> Ports.from(List.of("records=70000"), Map.of(), Optional.empty()))
                .hasMessageContaining("\"70000\" is no port");
        assertThatThrownBy(() -> Ports.from(List.of("mongo=1"), Map.of(), Optional.empty()))
                .hasMessageContaining("there is no part mongo");
        assertThatThrownBy(() -> Ports.from(List.of("records=4002"), Map.of(), Optional.empty()))
                .hasMessageContaining("Port 4002 is asked for twice");
    }

    @Test
    void aDatabaseUrlHasUserAndDatabase() {
        Database database = Database.given("postgresql://ad%40min:p%2Fw+x@db.example:6432/archive")
                .orElseThrow();
        assertThat(database.user()).isEqualTo("ad@min");
        assertThat(database.password()).isEqualTo("p/w+x");
        assertThat(database.url()).isEqualTo("postgresql://db.example:6432/archive");
        assertThat(Database.given(null)).isEmpty();
        assertThat(Database.given(" ")).isEmpty();
        assertThatThrownBy(() -> Database.given("jdbc:postgresql://localhost/x"))
                .hasMessageContaining("WEFT_DATABASE_URL must look like");
        assertThatThrownBy(() -> Database.given("postgresql://localhost/x")).isInstanceOf(Problem.class);
    }
}
