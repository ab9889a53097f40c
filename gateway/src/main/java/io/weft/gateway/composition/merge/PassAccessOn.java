package io.weft.gateway.composition.merge;

import io.weft.gateway.composition.schema.AppliedDirective;
import io.weft.gateway.composition.schema.Element;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.Implementations;
import io.weft.gateway.composition.schema.MergedSchema;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts on interfaces and their fields what all of their implementations ask of callers, as gateways expect it that look
 * at the interface only. Ours looks at the object that comes.
 */
public final class PassAccessOn {

    private static final List<FederationDirective> ACCESS =
            List.of(FederationDirective.AUTHENTICATED, FederationDirective.REQUIRES_SCOPES, FederationDirective.POLICY);

    private final MergedSchema merged;
    private final Implementations implementations;

    private PassAccessOn(MergedSchema merged) {
        this.merged = merged;
        this.implementations = Implementations.of(merged.types());
    }

    public static MergedSchema toInterfaces(MergedSchema merged) {
        return new PassAccessOn(merged).passed();
    }

    private MergedSchema passed() {
        Map<String, SchemaType> types = new LinkedHashMap<>();
        merged.types()
                .forEach((name, type) ->
                        types.put(name, type instanceof SchemaType.InterfaceType contract ? passed(contract) : type));
        return new MergedSchema(types, merged.directives());
    }

    private SchemaType passed(SchemaType.InterfaceType contract) {
        List<SchemaType.ObjectType> objects = implementations.of(contract.name()).stream()
                .map(merged.types()::get)
                .filter(SchemaType.ObjectType.class::isInstance)
                .map(SchemaType.ObjectType.class::cast)
                .toList();
        Map<String, SchemaField> fields = new LinkedHashMap<>();
        contract.fields()
                .forEach((name, field) -> fields.put(
                        name,
                        field.withDirectives(with(
                                field.directives(),
                                objects.stream()
                                        .map(object -> object.fields().get(name))
                                        .filter(Objects::nonNull)
                                        .toList()))));
        return contract.with(contract.header().withDirectives(with(contract.directives(), objects)), fields);
    }

    private static List<AppliedDirective> with(List<AppliedDirective> own, List<? extends Element> implementing) {
        List<AppliedDirective> all = new ArrayList<>(own);
        for (FederationDirective directive : ACCESS) {
            Set<String> seen = new TreeSet<>();
            List<AppliedDirective> applied = implementing.stream()
                    .flatMap(element -> element.first(directive).stream())
                    .filter(one -> seen.add(one.print()))
                    .toList();
            if (!applied.isEmpty() && own.stream().noneMatch(one -> one.is(directive))) {
                all.addAll(MergeArguments.merge(directive, applied));
            }
        }
        return all;
    }
}
