package io.weft.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SrnTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:osa:localhost:rec:rec-r1@1",
                "urn:osa:archive.university.edu:schema:alloy-tests@2.1.0",
                "urn:osa:a.b-c.d1:dep:dep",
                "urn:osa:localhost:onto:cell-types@1.0.0-rc.1+build.7",
                "urn:osa:localhost:conv:deposit",
                "urn:osa:localhost:conv:deposit@3.0.0",
                "urn:osa:localhost:snap:---",
                "urn:osa:localhost:evt:0123456789",
                "urn:osa:localhost:val:val",
                "urn:osa:localhost:rec:abc@2147483647"
            })
    void what_keeps_the_rules_is_valid_and_is_written_as_it_was_read(String text) {
        assertThat(Srn.parse(text).valid()).map(Srn::toString).contains(text);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "'',SHAPE,''",
                "urn:osa:localhost:rec,SHAPE,urn:osa:localhost:rec",
                "urn:osa:localhost:4000:rec:abc@1,SHAPE,urn:osa:localhost:4000:rec:abc@1",
                "uri:osa:localhost:rec:abc@1,SHAPE,uri:osa:localhost:rec:abc@1",
                "urn:oso:localhost:rec:abc@1,SHAPE,urn:oso:localhost:rec:abc@1",
                "urn:osa::rec:abc@1,DOMAIN,''",
                "urn:osa:-a.org:rec:abc@1,DOMAIN,-a.org",
                "urn:osa:a-.org:rec:abc@1,DOMAIN,a-.org",
                "urn:osa:a..org:rec:abc@1,DOMAIN,a..org",
                "urn:osa:a.org.:rec:abc@1,DOMAIN,a.org.",
                "urn:osa:a_b:rec:abc@1,DOMAIN,a_b",
                "urn:osa:localhost:record:abc@1,TYPE,record",
                "urn:osa:localhost::abc@1,TYPE,''",
                "urn:osa:localhost:rec:ab@1,ID,ab",
                "urn:osa:localhost:rec:a_bc@1,ID,a_bc",
                "urn:osa:localhost:rec:@1,ID,''",
                "urn:osa:localhost:rec:abc,VERSION,''",
                "urn:osa:localhost:rec:abc@,VERSION,@",
                "urn:osa:localhost:rec:abc@0,VERSION,@0",
                "urn:osa:localhost:rec:abc@01,VERSION,@01",
                "urn:osa:localhost:rec:abc@-1,VERSION,@-1",
                "urn:osa:localhost:rec:abc@1.0.0,VERSION,@1.0.0",
                "urn:osa:localhost:rec:abc@2147483648,VERSION,@2147483648",
                "urn:osa:localhost:rec:abc@1@2,VERSION,@1@2",
                "urn:osa:localhost:schema:abc,VERSION,''",
                "urn:osa:localhost:schema:abc@1,VERSION,@1",
                "urn:osa:localhost:schema:abc@1.0,VERSION,@1.0",
                "urn:osa:localhost:schema:abc@01.0.0,VERSION,@01.0.0",
                "urn:osa:localhost:onto:abc@1.0.0-01,VERSION,@1.0.0-01",
                "urn:osa:localhost:conv:abc@1,VERSION,@1",
                "urn:osa:localhost:dep:abc@1,VERSION,@1",
            })
    void what_breaks_a_rule_is_refused_with_the_part_that_is_wrong(String text, Srn.Part part, String found) {
        assertThat(Srn.parse(text))
                .isInstanceOfSatisfying(
                        ParsedSrn.Invalid.class,
                        invalid -> assertThat(invalid)
                                .extracting(ParsedSrn.Invalid::part, ParsedSrn.Invalid::found)
                                .containsExactly(part, found));
    }

    @Test
    void the_message_says_what_where_and_what_is_expected() {
        ParsedSrn parsed = Srn.parse("urn:osa:localhost:rec:abc");
        assertThat(((ParsedSrn.Invalid) parsed).message())
                .isEqualTo("\"urn:osa:localhost:rec:abc\" is not an SRN: its version must be a version that is an"
                        + " integer from 1 to 2147483647 without leading zeros, such as @1, as the type is rec,"
                        + " but is missing");
    }

    @Test
    void spaces_around_it_and_capitals_are_forgiven() {
        assertThat(Srn.parse("  URN:OSA:LocalHost:REC:Rec-R1@1\n").valid())
                .map(Srn::toString)
                .contains("urn:osa:localhost:rec:rec-r1@1");
    }

    @Test
    void an_id_has_at_most_64_characters_and_a_domain_253() {
        assertThat(Srn.parse("urn:osa:localhost:dep:" + "a".repeat(64)).valid()).isPresent();
        assertThat(Srn.parse("urn:osa:localhost:dep:" + "a".repeat(65)).valid()).isEmpty();
        assertThat(Srn.parse("urn:osa:" + "a".repeat(253) + ":dep:abc").valid()).isPresent();
        assertThat(Srn.parse("urn:osa:" + "a".repeat(254) + ":dep:abc").valid()).isEmpty();
    }

    @Test
    void what_versions_have_in_common_is_the_name_without_version() {
        Srn srn = new Srn("localhost", Srn.Type.REC, "abc", Optional.of("7"));
        assertThat(srn.withoutVersion()).isEqualTo("urn:osa:localhost:rec:abc");
    }

    @Test
    void nothing_invalid_can_be_constructed() {
        assertThatThrownBy(() -> new Srn("localhost", Srn.Type.REC, "abc", Optional.empty()))
                .hasMessageContaining("integer");
        assertThatThrownBy(() -> new Srn("Localhost", Srn.Type.DEP, "abc", Optional.empty()))
                .hasMessageContaining("domain");
        assertThatThrownBy(() -> new Srn("localhost", Srn.Type.DEP, "ABC", Optional.empty()))
                .hasMessageContaining("id");
    }

    @Test
    void any_text_is_valid_or_invalid_and_never_an_exception() {
        RandomTexts random = new RandomTexts(1);
        List<String> parts =
                List.of("urn", "osa", ":", "::", "localhost", "rec", "schema", "abc", "@", "1", "1.0.0", ".", " ");
        for (int round = 0; round < 5_000; round++) {
            String text = round % 2 == 0 ? random.anyText(0, 40) : random.madeOf(parts, 12);
            switch (Srn.parse(text)) {
                case ParsedSrn.Valid(Srn srn) ->
                    assertThat(Srn.parse(srn.toString()).valid()).as(text).contains(srn);
                case ParsedSrn.Invalid invalid ->
                    assertThat(invalid.message()).as(text).contains("is not an SRN");
            }
        }
    }

    @Test
    void every_record_name_survives_the_round_trip() {
        RandomTexts random = new RandomTexts(2);
        for (int round = 0; round < 1_000; round++) {
            String version = Integer.toString(random.number(1, Integer.MAX_VALUE));
            String id = random.text("abcdefghijklmnopqrstuvwxyz0123456789-", 3, 64);
            Srn srn = new Srn("archive.university.edu", Srn.Type.REC, id, Optional.of(version));
            assertThat(Srn.parse(srn.toString()).valid()).contains(srn);
        }
    }
}
