package io.weft.records;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.SelectedField;
import io.weft.contracts.Srn;
import io.weft.postgres.serving.CurrentPrincipal;
import io.weft.postgres.serving.LiveSubgraph;
import io.weft.postgres.sql.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** The mutations: read the input, do it, then answer what is selected of the records as they are now. */
@Controller
class RecordMutations {

    private final PublishRecords publish;
    private final PublishVersion version;
    private final ChangeVisibility visibility;
    private final RegisterConvention convention;
    private final LiveSubgraph live;

    RecordMutations(
            PublishRecords publish,
            PublishVersion version,
            ChangeVisibility visibility,
            RegisterConvention convention,
            LiveSubgraph live) {
        this.convention = convention;
        this.publish = publish;
        this.version = version;
        this.visibility = visibility;
        this.live = live;
    }

    /** The GraphQL type of this name. */
    record PublishedRecord(boolean created, @Nullable Row record) {}

    @MutationMapping
    Mono<PublishedRecord> publishRecord(@Argument Map<String, Object> input, DataFetchingEnvironment environment) {
        return CurrentPrincipal.get()
                .flatMap(principal -> publish.publish(principal, List.of(input), "input"))
                .flatMap(published -> answer(published, environment))
                .map(List::getFirst);
    }

    @MutationMapping
    Mono<List<PublishedRecord>> publishRecords(
            @Argument List<Map<String, Object>> input, DataFetchingEnvironment environment) {
        return CurrentPrincipal.get()
                .flatMap(principal -> publish.publish(principal, input, "input"))
                .flatMap(published -> answer(published, environment));
    }

    @MutationMapping
    Mono<PublishedRecord> publishVersion(@Argument Map<String, Object> input, DataFetchingEnvironment environment) {
        return CurrentPrincipal.get()
                .flatMap(principal -> version.publish(principal, input))
                .flatMap(published -> answer(List.of(published), environment))
                .map(List::getFirst);
    }

    @MutationMapping
    Mono<Row> changeVisibility(DataFetchingEnvironment environment) {
        Map<String, @Nullable Object> arguments = environment.getArguments();
        Srn srn = RecordDraft.srn(RecordDraft.required(arguments, "srn", ""), "srn: ", Srn.Type.REC);
        Access access = Access.read(arguments, "").orElseThrow();
        return CurrentPrincipal.get()
                .flatMap(principal -> visibility.change(principal, srn, access))
                .flatMap(number ->
                        records(List.of(number), environment.getSelectionSet().getImmediateFields()))
                .mapNotNull(List::getFirst);
    }

    @MutationMapping
    Mono<Row> registerConvention(@Argument Map<String, Object> input, DataFetchingEnvironment environment) {
        List<SelectedField> selected = environment.getSelectionSet().getImmediateFields();
        return CurrentPrincipal.get()
                .flatMap(principal -> convention.register(principal, input))
                .flatMap(srn -> live.queries().rows("Convention", "srn", List.of(srn), selected))
                .mapNotNull(List::getFirst);
    }

    private Mono<List<PublishedRecord>> answer(List<Published> published, DataFetchingEnvironment environment) {
        List<SelectedField> selected = environment.getSelectionSet().getImmediateFields().stream()
                .filter(field -> field.getName().equals("record"))
                .flatMap(field -> field.getSelectionSet().getImmediateFields().stream())
                .toList();
        return records(published.stream().map(Published::number).toList(), selected)
                .map(rows -> {
                    List<PublishedRecord> answers = new ArrayList<>();
                    for (int i = 0; i < rows.size(); i++) {
                        answers.add(
                                new PublishedRecord(published.get(i).created(), Objects.requireNonNull(rows.get(i))));
                    }
                    return answers;
                });
    }

    private Mono<List<@Nullable Row>> records(List<Long> numbers, List<SelectedField> selected) {
        return live.queries().rows("Record", "number", numbers, selected);
    }
}
