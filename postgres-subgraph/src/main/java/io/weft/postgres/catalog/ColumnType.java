package io.weft.postgres.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The type of a column. */
public sealed interface ColumnType {

    record Scalar(ScalarKind kind) implements ColumnType {}

    /** An array; PostgreSQL does not hold its values to the declared number of dimensions, the published type does. */
    record Array(ColumnType element) implements ColumnType {}

    /** One of pgvector's types; dimension 0 where none is declared. */
    record Vector(VectorKind kind, int dimension) implements ColumnType {
        public Vector(int dimension) {
            this(VectorKind.VECTOR, dimension);
        }
    }

    /** A type made by CREATE TYPE … AS ENUM; its labels in their order. */
    record Enumeration(
            TypeName name, List<String> labels, @Nullable String comment) implements ColumnType {
        public Enumeration {
            labels = List.copyOf(labels);
        }
    }

    /** A domain: another type with rules for its values. */
    record Domain(TypeName name, ColumnType base) implements ColumnType {}

    record Range(TypeName name, ColumnType subtype) implements ColumnType {}

    record Multirange(TypeName name, Range range) implements ColumnType {}

    /** A row within a column; its attributes in their order. */
    record Composite(
            TypeName name,
            List<Attribute> attributes,
            @Nullable String comment) implements ColumnType {
        public Composite {
            attributes = List.copyOf(attributes);
        }
    }

    /** A part of a {@link Composite}. */
    record Attribute(String name, ColumnType type, @Nullable String comment) {}

    /** Any other type, published as the text PostgreSQL writes for it. */
    record Other(String name) implements ColumnType {}

    /** How SQL names the type, as a cast that changes no value of it: without length and precision. */
    default String sql() {
        return switch (this) {
            case Scalar(ScalarKind kind) -> kind.sql();
            case Array(ColumnType element) -> element.sql() + "[]";
            case Vector(VectorKind kind, int dimension) ->
                dimension == 0 ? kind.sql() : kind.sql() + "(" + dimension + ")";
            case Enumeration type -> type.name.sql();
            case Domain type -> type.name.sql();
            case Range type -> type.name.sql();
            case Multirange type -> type.name.sql();
            case Composite type -> type.name.sql();
            case Other(String name) -> name;
        };
    }

    /** The type whose values these are: a domain's base, and itself otherwise. */
    default ColumnType plain() {
        return this instanceof Domain(TypeName _, ColumnType base) ? base.plain() : this;
    }

    /** What the type is made of at its core: of arrays the elements, of domains the base. */
    default ColumnType innermost() {
        return plain() instanceof Array(ColumnType element) ? element.innermost() : plain();
    }

    static ColumnType of(ScalarKind kind) {
        return new Scalar(kind);
    }

    static ColumnType arrayOf(ScalarKind kind) {
        return new Array(new Scalar(kind));
    }
}
