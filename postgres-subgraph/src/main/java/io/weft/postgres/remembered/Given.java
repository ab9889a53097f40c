package io.weft.postgres.remembered;

import io.weft.contracts.DataVersion;
import io.weft.contracts.VersionedAnswer;
import java.util.Optional;

/** What somebody gets who asks. */
public sealed interface Given {

    /** @param version of the data, where it is known */
    record Found(Answer answer, Optional<VersionedAnswer> version) implements Given {}

    /** The answer he has still is the answer. */
    record Unchanged(DataVersion version) implements Given {}
}
