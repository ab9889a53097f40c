package io.weft.gateway.projection;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import io.weft.gateway.execution.data.JsonOutput;
import io.weft.gateway.execution.data.Leaf;
import io.weft.gateway.execution.data.Names;
import java.math.BigDecimal;

/** Result coercion of a scalar or enum (specification, section 3.5), on JSON as it was received. */
sealed interface LeafType {

    /** Writes the value; false where it does not fit, then nothing is written. */
    boolean write(Leaf leaf, JsonOutput out);

    static LeafType of(String name, GraphQLSchema apiSchema) {
        return switch (name) {
            case "Int" -> BuiltIn.INT;
            case "Float" -> BuiltIn.FLOAT;
            case "String" -> BuiltIn.STRING;
            case "Boolean" -> BuiltIn.BOOLEAN;
            case "ID" -> BuiltIn.ID;
            default -> {
                GraphQLType type = apiSchema.getType(name);
                yield type instanceof GraphQLEnumType values
                        ? new EnumValues(new Names(values.getValues().stream()
                                .map(GraphQLEnumValueDefinition::getName)
                                .toList()))
                        : new Custom();
            }
        };
    }

    /** Only values clients may know. */
    record EnumValues(Names values) implements LeafType {
        @Override
        public boolean write(Leaf leaf, JsonOutput out) {
            if (!values.contains(leaf)) {
                return false;
            }
            out.raw(leaf);
            return true;
        }
    }

    /** Whatever the subgraph says. */
    record Custom() implements LeafType {
        @Override
        public boolean write(Leaf leaf, JsonOutput out) {
            out.raw(leaf);
            return true;
        }
    }

    enum BuiltIn implements LeafType {
        INT {
            @Override
            public boolean write(Leaf leaf, JsonOutput out) {
                if (isInteger(leaf) && leaf.length() < 10) {
                    out.raw(leaf);
                    return true;
                }
                return isNumber(leaf) && leaf.length() <= LONGEST_INT && wholeNumber(leaf, out);
            }
        },
        FLOAT {
            @Override
            public boolean write(Leaf leaf, JsonOutput out) {
                return isNumber(leaf) && copy(leaf, out);
            }
        },
        STRING {
            @Override
            public boolean write(Leaf leaf, JsonOutput out) {
                return leaf.isString() && copy(leaf, out);
            }
        },
        BOOLEAN {
            @Override
            public boolean write(Leaf leaf, JsonOutput out) {
                return (leaf.first() == 't' || leaf.first() == 'f') && copy(leaf, out);
            }
        },
        /** Sent as a number by some; always a string for clients. */
        ID {
            @Override
            public boolean write(Leaf leaf, JsonOutput out) {
                if (leaf.isString()) {
                    return copy(leaf, out);
                } else if (isInteger(leaf)) {
                    out.raw('"').raw(leaf).raw('"');
                    return true;
                }
                return false;
            }
        };

        /** {@code -2147483648.000} and {@code 2.0e9} are whole numbers, too. */
        private static final int LONGEST_INT = 40;

        private static boolean copy(Leaf leaf, JsonOutput out) {
            out.raw(leaf);
            return true;
        }

        private static boolean isNumber(Leaf leaf) {
            byte first = leaf.first();
            return first == '-' || (first >= '0' && first <= '9');
        }

        private static boolean isInteger(Leaf leaf) {
            for (int i = leaf.offset(); i < leaf.end(); i++) {
                byte c = leaf.bytes()[i];
                if ((c < '0' || c > '9') && (c != '-' || i != leaf.offset())) {
                    return false;
                }
            }
            return true;
        }

        private static boolean wholeNumber(Leaf leaf, JsonOutput out) {
            try {
                out.number(new BigDecimal(leaf.json()).intValueExact());
                return true;
            } catch (ArithmeticException e) {
                return false;
            }
        }
    }
}
