package io.weft.features;

import io.weft.contracts.Principal;
import io.weft.postgres.bulk.Lines;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.serving.CurrentPrincipal;
import io.weft.postgres.session.PrincipalSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The service's own root fields. */
@Controller
class FeaturesController {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final RegisterHook register;
    private final PutFeatures put;
    private final PrincipalSession session;

    FeaturesController(RegisterHook register, PutFeatures put, PrincipalSession session) {
        this.register = register;
        this.put = put;
        this.session = session;
    }

    /** The GraphQL type of this name. */
    record PutFeaturesResult(long records, long rows, String run) {}

    @QueryMapping
    Mono<List<Map<String, Object>>> hooks() {
        return session.read(Principal.anonymous(), HookRegistry::read)
                .map(registry ->
                        registry.hooks().stream().map(FeaturesController::show).toList());
    }

    @MutationMapping
    Mono<Map<String, Object>> registerHook(@Argument Map<String, Object> input) {
        return Mono.defer(() -> {
            HookDefinition hook = definition(input);
            return CurrentPrincipal.get()
                    .flatMap(principal -> register.register(principal, hook))
                    .map(FeaturesController::show);
        });
    }

    @MutationMapping
    Mono<PutFeaturesResult> putFeatures(
            @Argument String hook, @Argument String release, @Argument List<Map<String, Object>> records) {
        UUID run = UUID.randomUUID();
        return CurrentPrincipal.get()
                .flatMap(principal -> put.put(principal, hook, release, run, Lines.ofArgument("records", records)))
                .map(summary -> new PutFeaturesResult(summary.lines(), summary.rows(), run.toString()));
    }

    private static HookDefinition definition(Map<String, Object> input) {
        try {
            return JSON.convertValue(input, HookDefinition.class);
        } catch (JacksonException e) {
            throw Refusal.input("input: " + e.getOriginalMessage());
        }
    }

    private static Map<String, Object> show(HookDefinition hook) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("name", hook.name());
        shown.put("cardinality", hook.cardinality().text());
        shown.put("fieldName", hook.fieldName());
        shown.put(
                "columns",
                hook.columns().stream()
                        .map(column -> JSON.convertValue(column, Map.class))
                        .toList());
        return shown;
    }
}
