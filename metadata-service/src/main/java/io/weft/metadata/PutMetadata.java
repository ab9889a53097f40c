package io.weft.metadata;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.postgres.bulk.BulkSummary;
import io.weft.postgres.bulk.Lines;
import io.weft.postgres.bulk.LoadLines;
import io.weft.postgres.problem.ProblemCode;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.session.PrincipalSession;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sets the metadata of records by a registered schema, all or none. */
@Component
class PutMetadata {

    private final PrincipalSession session;
    private final LoadLines load;

    PutMetadata(PrincipalSession session, LoadLines load) {
        this.session = session;
        this.load = load;
    }

    Mono<BulkSummary> put(Principal principal, String schema, String version, Lines lines) {
        if (!principal.role().includes(Role.DEPOSITOR)) {
            return Mono.error(Refusal.of(ProblemCode.FORBIDDEN, "putting metadata needs the role DEPOSITOR"));
        }
        return schema(schema, version)
                .flatMap(definition -> load.load(principal, new PutMetadataPlan(definition), lines));
    }

    private Mono<SchemaDefinition> schema(String id, String version) {
        return session.read(Principal.anonymous(), SchemaRegistry::read)
                .map(registry -> registry.schemas().stream()
                        .filter(schema -> schema.id().equals(id)
                                && schema.version().toString().equals(version))
                        .findFirst()
                        .orElseThrow(() -> Refusal.of(
                                ProblemCode.NOT_FOUND,
                                "there is no schema " + id + "@" + version
                                        + ": register it first, or see the query schemas")));
    }
}
