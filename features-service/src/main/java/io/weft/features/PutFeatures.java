package io.weft.features;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.postgres.bulk.BulkSummary;
import io.weft.postgres.bulk.Lines;
import io.weft.postgres.bulk.LoadLines;
import io.weft.postgres.problem.ProblemCode;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.session.PrincipalSession;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Replaces the rows of records by those of a new run of a hook, all or none. */
@Component
class PutFeatures {

    private final PrincipalSession session;
    private final LoadLines load;

    PutFeatures(PrincipalSession session, LoadLines load) {
        this.session = session;
        this.load = load;
    }

    /** @param run the new run's id */
    Mono<BulkSummary> put(Principal principal, String hook, String release, UUID run, Lines lines) {
        if (!principal.role().includes(Role.DEPOSITOR)) {
            return Mono.error(Refusal.of(ProblemCode.FORBIDDEN, "putting features needs the role DEPOSITOR"));
        }
        if (release.isBlank() || release.length() > 200) {
            return Mono.error(Refusal.input("release: the hook's release is needed, 1 to 200 characters"));
        }
        return session.read(Principal.anonymous(), HookRegistry::read)
                .map(registry -> registry.find(hook)
                        .orElseThrow(() -> Refusal.of(
                                ProblemCode.NOT_FOUND,
                                "there is no hook \"" + hook + "\": register it first, or see the query hooks")))
                .flatMap(definition -> load.load(principal, new PutFeaturesPlan(definition, release, run), lines));
    }
}
