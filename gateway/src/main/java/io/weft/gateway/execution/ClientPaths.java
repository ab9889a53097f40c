package io.weft.gateway.execution;

import io.weft.gateway.execution.AnswerPath.Segment;
import io.weft.gateway.execution.data.DataNode;
import io.weft.gateway.execution.data.Leaf;
import io.weft.gateway.execution.data.ListNode;
import io.weft.gateway.execution.data.ObjectNode;
import io.weft.gateway.planning.plan.AnswerField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ways through the data tree, told in the client's response keys. Only errors need it. */
final class ClientPaths {

    private final List<AnswerField> answer;
    private final Variables variables;
    private final ObjectNode root;

    ClientPaths(List<AnswerField> answer, Variables variables, ObjectNode root) {
        this.answer = answer;
        this.variables = variables;
        this.root = root;
    }

    /** The client's path; it ends where the client has not asked further. */
    AnswerPath of(List<Segment> trail) {
        List<Segment> path = new ArrayList<>();
        List<AnswerField> fields = answer;
        @Nullable DataNode here = root;
        for (Segment segment : trail) {
            switch (segment) {
                case Segment.Index(int index) -> {
                    path.add(segment);
                    here = here instanceof ListNode list && index >= 0 && index < list.size() ? list.get(index) : null;
                }
                case Segment.Key(String key) -> {
                    ObjectNode object = here instanceof ObjectNode known ? known : null;
                    List<AnswerField> asked = asked(fields, key, object);
                    if (asked.isEmpty()) {
                        return new AnswerPath(path);
                    }
                    String responseKey = asked.getFirst().responseKey();
                    path.add(AnswerPath.key(responseKey));
                    fields = asked.stream()
                            .filter(field -> field.responseKey().equals(responseKey))
                            .flatMap(field -> field.fields().stream())
                            .toList();
                    int slot = object == null ? -1 : object.layout().slot(key);
                    here = object == null || slot < 0 ? null : object.get(slot);
                }
            }
        }
        return new AnswerPath(path);
    }

    private List<AnswerField> asked(List<AnswerField> fields, String dataKey, @Nullable ObjectNode object) {
        return fields.stream()
                .filter(field ->
                        field.source() instanceof AnswerField.Source.DataKey(String key) && key.equals(dataKey))
                .filter(field -> field.conditions().hold(variables::isTrue))
                .filter(field -> appliesTo(field, object))
                .toList();
    }

    private static boolean appliesTo(AnswerField field, @Nullable ObjectNode object) {
        Leaf typename = object == null ? null : object.typename();
        if (field.onTypes().isEmpty() || typename == null) {
            return true;
        }
        String json = typename.json();
        return field.onTypes().contains(json.substring(1, json.length() - 1));
    }
}
