package io.weft.metadata;

import io.weft.contracts.Principal;
import io.weft.postgres.bulk.Lines;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.serving.CurrentPrincipal;
import io.weft.postgres.session.PrincipalSession;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The service's own root fields. */
@Controller
class MetadataController {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final RegisterSchema register;
    private final PutMetadata put;
    private final PrincipalSession session;

    MetadataController(RegisterSchema register, PutMetadata put, PrincipalSession session) {
        this.register = register;
        this.put = put;
        this.session = session;
    }

    /** The GraphQL type of this name. */
    record PutMetadataResult(long records) {}

    @QueryMapping
    Mono<List<Map<String, @Nullable Object>>> schemas() {
        return session.read(Principal.anonymous(), SchemaRegistry::read)
                .map(registry -> registry.schemas().reversed().stream()
                        .sorted(Comparator.comparing(SchemaDefinition::id))
                        .map(MetadataController::show)
                        .toList());
    }

    @MutationMapping
    Mono<Map<String, @Nullable Object>> registerSchema(@Argument Map<String, Object> input) {
        return Mono.defer(() -> {
            SchemaDefinition schema = definition(input);
            return CurrentPrincipal.get()
                    .flatMap(principal -> register.register(principal, schema))
                    .map(MetadataController::show);
        });
    }

    @MutationMapping
    Mono<PutMetadataResult> putMetadata(
            @Argument String schema, @Argument String version, @Argument List<Map<String, Object>> records) {
        return CurrentPrincipal.get()
                .flatMap(principal -> put.put(principal, schema, version, Lines.ofArgument("records", records)))
                .map(summary -> new PutMetadataResult(summary.rows()));
    }

    private static SchemaDefinition definition(Map<String, Object> input) {
        try {
            return new SchemaDefinition(
                    String.valueOf(input.get("id")),
                    SchemaVersion.parse(String.valueOf(input.get("version")), "version"),
                    Arrays.asList(JSON.convertValue(input.get("fields"), FieldDefinition[].class)));
        } catch (JacksonException e) {
            throw Refusal.input("fields: " + e.getOriginalMessage());
        }
    }

    private static Map<String, @Nullable Object> show(SchemaDefinition schema) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("id", schema.id());
        shown.put("version", schema.version().toString());
        shown.put("fieldName", schema.fieldName());
        shown.put(
                "fields",
                schema.fields().stream()
                        .map(field -> JSON.convertValue(withCardinality(field), Map.class))
                        .toList());
        return shown;
    }

    private static FieldDefinition withCardinality(FieldDefinition field) {
        return field.withoutWords().describedAs(field.description());
    }
}
