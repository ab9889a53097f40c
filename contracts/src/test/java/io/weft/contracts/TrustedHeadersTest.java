package io.weft.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.contracts.TrustVerdict.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedHeadersTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final Duration MAX_AGE = Duration.ofSeconds(60);
    private static final String OLD = secret((byte) 1);
    private static final String NEW = secret((byte) 2);
    private static final Principal ADA =
            Principal.user("ada|lovelace", List.of(Role.CURATOR), List.of("records:write", "admin"));

    private final TrustedHeaders trust = trust("k1", Map.of("k1", OLD));

    @Test
    void what_the_gateway_signs_the_service_believes() {
        assertThat(verify(trust, trust.sign(ADA, "records", NOW), "records", NOW))
                .isEqualTo(new TrustVerdict.Verified(ADA));
        assertThat(verify(trust, trust.sign(Principal.anonymous(), "records", NOW), "records", NOW))
                .isEqualTo(new TrustVerdict.Verified(Principal.anonymous()));
    }

    @Test
    void the_headers_are_the_ones_that_were_agreed() {
        Map<String, String> headers = trust.sign(ADA, "records", NOW);
        assertThat(headers)
                .containsEntry("X-OSA-User-Id", "ada|lovelace")
                .containsEntry("X-OSA-Role", "CURATOR")
                .containsEntry("X-OSA-Scopes", "admin records:write")
                .containsEntry("X-OSA-Issued-At", "1800000000");
        assertThat(headers.get("X-OSA-Signature")).matches("v1;kid=k1;mac=[A-Za-z0-9_-]{43}");
        assertThat(trust.sign(Principal.anonymous(), "records", NOW)).doesNotContainKey("X-OSA-User-Id");
    }

    @Test
    void no_trusted_headers_are_no_statement_at_all() {
        assertThat(verify(trust, Map.of("Authorization", "Bearer x"), "records", NOW))
                .isEqualTo(new TrustVerdict.Absent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-OSA-User-Id", "X-OSA-Role", "X-OSA-Scopes", "X-OSA-Issued-At"})
    void a_bare_header_is_refused(String name) {
        assertRefused(verify(trust, Map.of(name, "10"), "records", NOW), Reason.UNSIGNED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-OSA-User-Id", "X-OSA-Role", "X-OSA-Scopes", "X-OSA-Issued-At"})
    void a_changed_or_removed_value_is_forged(String name) {
        Map<String, String> changed = new LinkedHashMap<>(trust.sign(ADA, "records", NOW));
        changed.put(name, name.equals("X-OSA-Issued-At") ? "1800000001" : "SUPERADMIN");
        assertRefused(verify(trust, changed, "records", NOW), Reason.FORGED);
        changed.remove(name);
        assertThat(verify(trust, changed, "records", NOW)).isInstanceOf(TrustVerdict.Refused.class);
    }

    @Test
    void headers_for_one_service_are_worth_nothing_at_another() {
        assertRefused(verify(trust, trust.sign(ADA, "records", NOW), "search", NOW), Reason.FORGED);
    }

    @Test
    void a_signature_gets_stale() {
        Map<String, String> headers = trust.sign(ADA, "records", NOW);
        assertThat(verify(trust, headers, "records", NOW.plus(MAX_AGE))).isInstanceOf(TrustVerdict.Verified.class);
        assertRefused(verify(trust, headers, "records", NOW.plus(MAX_AGE).plusMillis(1)), Reason.STALE);
    }

    @Test
    void clocks_may_differ_a_little() {
        Map<String, String> headers = trust.sign(ADA, "records", NOW);
        assertThat(verify(trust, headers, "records", NOW.minusSeconds(5))).isInstanceOf(TrustVerdict.Verified.class);
        assertRefused(verify(trust, headers, "records", NOW.minusSeconds(6)), Reason.FUTURE);
    }

    @Test
    void a_key_is_rotated_without_a_moment_of_mistrust() {
        TrustedHeaders both = trust("k1", Map.of("k1", OLD, "k2", NEW));
        TrustedHeaders bothNewSigns = trust("k2", Map.of("k1", OLD, "k2", NEW));
        TrustedHeaders onlyNew = trust("k2", Map.of("k2", NEW));
        assertThat(verify(both, trust.sign(ADA, "s", NOW), "s", NOW)).isInstanceOf(TrustVerdict.Verified.class);
        assertThat(verify(both, bothNewSigns.sign(ADA, "s", NOW), "s", NOW)).isInstanceOf(TrustVerdict.Verified.class);
        assertThat(verify(onlyNew, bothNewSigns.sign(ADA, "s", NOW), "s", NOW))
                .isInstanceOf(TrustVerdict.Verified.class);
        assertRefused(verify(onlyNew, trust.sign(ADA, "s", NOW), "s", NOW), Reason.UNKNOWN_KEY);
    }

    @Test
    void the_same_key_id_with_another_secret_is_forged() {
        TrustedHeaders other = trust("k1", Map.of("k1", NEW));
        assertRefused(verify(trust, other.sign(ADA, "s", NOW), "s", NOW), Reason.FORGED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v1",
                "v2;kid=k1;mac=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "v1;kid=;mac=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "v1;kid=k1;mac=AAAA",
                "v1;kid=k1;mac=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "v1;kid=k1;mac=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA;x"
            })
    void a_signature_that_cannot_be_read_is_refused(String signature) {
        Map<String, String> headers = new LinkedHashMap<>(trust.sign(ADA, "records", NOW));
        headers.put("X-OSA-Signature", signature);
        assertRefused(verify(trust, headers, "records", NOW), Reason.MALFORMED);
    }

    @Test
    void a_header_that_is_there_twice_is_refused_even_if_one_of_them_is_right() {
        Map<String, String> headers = trust.sign(ADA, "records", NOW);
        TrustVerdict verdict = trust.verify(
                name -> name.equals("X-OSA-Role")
                        ? List.of("CURATOR", "SUPERADMIN")
                        : headers.containsKey(name) ? List.of(headers.get(name)) : List.of(),
                "records",
                NOW);
        assertRefused(verdict, Reason.MALFORMED);
    }

    @Test
    void weak_unreadable_and_missing_keys_are_refused_without_showing_them() {
        String weak = Base64.getEncoder().encodeToString(new byte[31]);
        assertThatThrownBy(() -> new TrustKeys("a", Map.of("a", weak)))
                .hasMessageContaining("31 bytes")
                .hasMessageNotContaining(weak);
        assertThatThrownBy(() -> new TrustKeys("a", Map.of("a", "!hidden!")))
                .hasMessageContaining("base64")
                .hasMessageNotContaining("hidden");
        assertThatThrownBy(() -> new TrustKeys("b", Map.of("a", OLD))).hasMessageContaining("\"b\"");
        assertThat(new TrustKeys("a", Map.of("a", OLD)).toString()).doesNotContain(OLD);
    }

    @Test
    void every_user_survives_the_journey() {
        RandomTexts random = new RandomTexts(3);
        for (int round = 0; round < 1_000; round++) {
            String id = random.anyText(1, 60);
            if (!Principal.isUserId(id)) {
                continue;
            }
            Role role = Role.values()[random.number(0, Role.values().length - 1)];
            Set<String> scopes = IntStream.range(0, random.number(0, 4))
                    .mapToObj(_ -> "scope:" + random.number(0, 999))
                    .collect(Collectors.toSet());
            Principal user = Principal.user(id, List.of(role), scopes);
            Map<String, String> headers = trust.sign(user, "records", NOW);
            assertThat(headers.values()).allMatch(value -> value.chars().allMatch(c -> c >= ' ' && c < 0x7f));
            assertThat(verify(trust, headers, "records", NOW)).isEqualTo(new TrustVerdict.Verified(user));
        }
    }

    @Test
    void any_change_of_one_character_is_refused() {
        Map<String, String> signed = trust.sign(ADA, "records", NOW);
        for (String name : HeaderNames.TRUSTED) {
            String value = signed.getOrDefault(name, "");
            for (int at = 0; at < value.length(); at++) {
                for (char other : "aA0-_=;|%\u0000\u00e9\u4e2d".toCharArray()) {
                    if (value.charAt(at) == other) {
                        continue;
                    }
                    StringBuilder altered = new StringBuilder(value);
                    altered.setCharAt(at, other);
                    Map<String, String> headers = new LinkedHashMap<>(signed);
                    headers.put(name, altered.toString());
                    assertThat(verify(trust, headers, "records", NOW))
                            .as("%s: %s", name, altered)
                            .isInstanceOf(TrustVerdict.Refused.class);
                }
            }
        }
    }

    private static TrustVerdict verify(TrustedHeaders trust, Map<String, String> headers, String service, Instant now) {
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        return trust.verify(name -> anyCase.containsKey(name) ? List.of(anyCase.get(name)) : List.of(), service, now);
    }

    private static void assertRefused(TrustVerdict verdict, Reason reason) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        TrustVerdict.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static TrustedHeaders trust(String active, Map<String, String> secrets) {
        return new TrustedHeaders(new TrustKeys(active, secrets), MAX_AGE);
    }

    private static String secret(byte fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, fill);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
