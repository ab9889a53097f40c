package io.weft.records;

import io.weft.contracts.Srn;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What this archive is.
 *
 * @param domain         the domain in the SRNs of its records
 * @param recordsAtOnce  how many records one mutation publishes at most
 */
@ConfigurationProperties(prefix = "weft.records", ignoreUnknownFields = false)
public record RecordsSettings(
        @DefaultValue("localhost") String domain,
        @DefaultValue("10000") int recordsAtOnce) {
    public RecordsSettings {
        // Fails where the domain is none.
        srn(domain, "probe", 1);
    }

    Srn srn(String id, int version) {
        return srn(domain, id, version);
    }

    private static Srn srn(String domain, String id, int version) {
        return new Srn(domain, Srn.Type.REC, id, Optional.of(Integer.toString(version)));
    }
}
