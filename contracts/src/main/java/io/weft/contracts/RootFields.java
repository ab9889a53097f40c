package io.weft.contracts;

import java.util.Set;

/**
 * The fields of the query type that the archive's own services have. What is registered in one of them cannot be called so in the graph: two
 * services would answer one field, and the gateway could not compose them.
 */
public final class RootFields {

    /** By their names in the graph. */
    public static final Set<String> OF_THE_ARCHIVE = Set.of(
            "record",
            "records",
            "convention",
            "conventions",
            "schemas",
            "hooks",
            "searchRecords",
            "nearestRecords",
            "namedVectors",
            "recordsRecordSelection",
            "metadataRecordSelection",
            "featuresRecordSelection",
            "searchRecordSelection");

    private RootFields() {}
}
