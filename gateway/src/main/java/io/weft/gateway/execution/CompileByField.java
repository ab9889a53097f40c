package io.weft.gateway.execution;

import io.weft.gateway.document.TypeReference;
import io.weft.gateway.execution.data.JsonOutput;
import io.weft.gateway.execution.data.Layout;
import io.weft.gateway.execution.data.Names;
import io.weft.gateway.planning.plan.Call;
import io.weft.gateway.planning.plan.Call.KeyArgument;
import io.weft.gateway.planning.plan.Representation;
import io.weft.gateway.planning.plan.Representation.RepresentationField;
import io.weft.gateway.supergraph.KeyTemplate;
import io.weft.gateway.supergraph.Subgraph;
import io.weft.gateway.supergraph.SubgraphType;
import io.weft.gateway.translation.TranslateInputs;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the arguments of a lookup by a root field ready to be written. */
final class CompileByField {

    private final Call.ByField call;
    private final Call.ByField sent;
    private final Subgraph subgraph;
    private final TranslateInputs terms;
    private final Layout layout;

    /** The parts of a key, in the order in which they are written, with the types they must fit. */
    private final List<Part> parts = new ArrayList<>();

    private record Part(KeyArgument argument, KeyTemplate template, TypeReference type) {}

    /**
     * @param sent   the call in the service's terms: its arguments, and variables, stand for those of the call
     * @param layout of the objects that are looked up
     */
    CompileByField(Call.ByField call, Call.ByField sent, Subgraph subgraph, Layout layout) {
        this.call = call;
        this.sent = sent;
        this.subgraph = subgraph;
        this.terms = new TranslateInputs(subgraph);
        this.layout = layout;
    }

    CompiledCall.ByField compile(
            int answered, int[] below, List<TargetPath> targets, List<CompiledCall.Keyed> divided) {
        List<KeyVariable> variables = new ArrayList<>();
        for (int i = 0; i < call.variables().size(); i++) {
            KeyArgument argument = call.variables().get(i);
            String suffix = sent.variableSuffix(sent.variables().get(i));
            variables.add(call.isPerKey() ? ofOneKey(argument, suffix) : ofAllKeys(argument, suffix));
        }
        List<List<String>> answeredPaths =
                call.matches().stream().map(Call.KeyMatch::answered).toList();
        return new CompiledCall.ByField(
                call,
                answered,
                below,
                targets,
                call.representations().stream().map(this::writer).toList(),
                variables,
                new KeyReader(answeredPaths, layout),
                divided);
    }

    private KeyVariable ofOneKey(KeyArgument argument, String suffix) {
        parts.add(new Part(argument, argument.value(), argument.type()));
        return new KeyVariable(
                call.responseKey(), suffix, List.of(parts.size() - 1), List.of(new byte[0], new byte[0]));
    }

    private KeyVariable ofAllKeys(KeyArgument argument, String suffix) {
        List<Integer> own = new ArrayList<>();
        List<byte[]> around = new ArrayList<>();
        JsonOutput rest = around(argument, argument.value(), argument.type(), new JsonOutput(), own, around);
        around.add(rest.toByteArray());
        return new KeyVariable(call.responseKey(), suffix, own, around);
    }

    /** Writes what is the same for all keys; where a list of keys stands, a new piece begins. */
    private JsonOutput around(
            KeyArgument argument,
            KeyTemplate template,
            TypeReference type,
            JsonOutput out,
            List<Integer> own,
            List<byte[]> pieces) {
        switch (template) {
            case KeyTemplate.Constant(String literal) -> out.raw(CompileKey.json(terms.literal(literal, type)));
            case KeyTemplate.ForEachKey(KeyTemplate element) -> {
                own.add(parts.size());
                parts.add(new Part(argument, element, CompileKey.element(type)));
                pieces.add(out.toByteArray());
                return new JsonOutput();
            }
            case KeyTemplate.ObjectOf(Map<String, KeyTemplate> fields) -> {
                JsonOutput here = out.raw('{');
                Iterator<Map.Entry<String, KeyTemplate>> entries =
                        fields.entrySet().iterator();
                while (entries.hasNext()) {
                    Map.Entry<String, KeyTemplate> field = entries.next();
                    here = around(
                            argument,
                            field.getValue(),
                            CompileKey.typeOf(subgraph, type, field.getKey()),
                            here.raw(CompileKey.name(terms.inputField(type, field.getKey()))),
                            own,
                            pieces);
                    here = entries.hasNext() ? here.raw(',') : here;
                }
                return here.raw('}');
            }
            case KeyTemplate.ListOf(List<KeyTemplate> elements) -> {
                JsonOutput here = out.raw('[');
                for (int i = 0; i < elements.size(); i++) {
                    here = i == 0 ? here : here.raw(',');
                    here = around(argument, elements.get(i), CompileKey.element(type), here, own, pieces);
                }
                return here.raw(']');
            }
            case KeyTemplate.FromKey fromKey ->
                throw new IllegalArgumentException("a call for several keys at once has " + argument.name() + ": "
                        + argument.value().print() + ", which is of one key");
        }
        return out;
    }

    private ArgumentsWriter writer(Representation representation) {
        CompileKey compile = new CompileKey(subgraph, representation, layout);
        List<ArgumentsWriter.Part> written = parts.stream()
                .map(part -> new ArgumentsWriter.Part(
                        String.join(".", call.lookup().path()) + "("
                                + part.argument().name() + ":)",
                        compile.of(part.template(), part.type())))
                .toList();
        List<List<String>> identity = call.matches().stream()
                .map(match -> dataKeys(match.key(), representation.fields()))
                .toList();
        return new ArgumentsWriter(
                new Names(representation.appliesTo()),
                new Names(expected(representation)),
                written,
                new KeyReader(identity, layout));
    }

    private Set<String> expected(Representation representation) {
        if (!representation.appliesTo().isEmpty()) {
            return representation.appliesTo();
        }
        boolean isObject = subgraph.types().get(call.lookup().type()) instanceof SubgraphType.ObjectType;
        return isObject ? Set.of(call.lookup().type()) : Set.of();
    }

    /** Where a field of the key stands in the data tree; a path of nothing is the key's only field. */
    private static List<String> dataKeys(List<String> path, List<RepresentationField> fields) {
        List<String> dataKeys = new ArrayList<>();
        List<RepresentationField> at = fields;
        int step = 0;
        while (path.isEmpty() ? !at.isEmpty() : step < path.size()) {
            String name = path.isEmpty() ? at.getFirst().name() : path.get(step++);
            Optional<RepresentationField> found =
                    at.stream().filter(field -> field.name().equals(name)).findFirst();
            if (found.isEmpty()) {
                throw new IllegalArgumentException("objects are matched by " + path + ", which their key lacks");
            }
            dataKeys.add(found.get().dataKey());
            at = found.get().children();
        }
        return dataKeys;
    }
}
