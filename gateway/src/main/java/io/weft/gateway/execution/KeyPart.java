package io.weft.gateway.execution;

import io.weft.gateway.execution.Written.Plainly;
import io.weft.gateway.execution.data.DataNode;
import io.weft.gateway.execution.data.JsonOutput;
import io.weft.gateway.execution.data.Leaf;
import io.weft.gateway.execution.data.LeafTerms;
import io.weft.gateway.execution.data.ListNode;
import io.weft.gateway.execution.data.Names;
import io.weft.gateway.execution.data.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of an argument that is made of an object's key. */
sealed interface KeyPart {

    Written write(ObjectNode object, JsonOutput out);

    record Constant(byte[] json) implements KeyPart {
        @Override
        public Written write(ObjectNode object, JsonOutput out) {
            out.raw(json);
            return Plainly.WHOLE;
        }
    }

    /** What the key does not hold this time. */
    record Absent() implements KeyPart {
        @Override
        public Written write(ObjectNode object, JsonOutput out) {
            return Plainly.LEFT_OUT;
        }
    }

    /**
     * @param fixed null where the object's own name is sent
     * @param names what the service calls types that it calls otherwise
     */
    record Typename(byte @Nullable [] fixed, @Nullable LeafTerms names) implements KeyPart {
        @Override
        public Written write(ObjectNode object, JsonOutput out) {
            Leaf own = object.typename();
            if (fixed != null) {
                out.raw(fixed);
            } else if (own != null) {
                out.raw(names == null ? own : names.translate(own));
            } else {
                return Plainly.NO_KEY;
            }
            return Plainly.WHOLE;
        }
    }

    record Fields(List<Field> fields) implements KeyPart {
        /** @param name in quotes, with the colon */
        record Field(byte[] name, KeyPart value) {}

        @Override
        public Written write(ObjectNode object, JsonOutput out) {
            out.raw('{');
            int empty = out.length();
            for (Field field : fields) {
                int before = out.length();
                if (before > empty) {
                    out.raw(',');
                }
                Written written = field.value().write(object, out.raw(field.name()));
                if (written == Plainly.LEFT_OUT) {
                    out.truncate(before);
                } else if (written != Plainly.WHOLE) {
                    return written;
                }
            }
            out.raw('}');
            return Plainly.WHOLE;
        }
    }

    record Elements(List<KeyPart> elements) implements KeyPart {
        @Override
        public Written write(ObjectNode object, JsonOutput out) {
            out.raw('[');
            for (int i = 0; i < elements.size(); i++) {
                if (i > 0) {
                    out.raw(',');
                }
                Written written = elements.get(i).write(object, out);
                if (written == Plainly.LEFT_OUT) {
                    out.raw(JsonOutput.NULL);
                } else if (written != Plainly.WHOLE) {
                    return written;
                }
            }
            out.raw(']');
            return Plainly.WHOLE;
        }
    }

    /** A field of the object: the first branch that is for objects of its type. */
    record Into(List<Branch> branches) implements KeyPart {
        /**
         * @param slot     -1 where nobody answers the field
         * @param nullable whether null is sent; otherwise an object that has null there has no key
         * @param below    what is sent of the objects under the field; null where there are leaves
         * @param names    what the service calls values that it calls otherwise
         */
        record Branch(
                Names onTypes,
                int slot,
                boolean nullable,
                @Nullable KeyPart below,
                FitLeaf fit,
                @Nullable LeafTerms names) {}

        @Override
        public Written write(ObjectNode object, JsonOutput out) {
            for (Branch branch : branches) {
                if (branch.onTypes().allow(object)) {
                    DataNode value = branch.slot() < 0 ? null : object.get(branch.slot());
                    return value == null ? Plainly.NO_KEY : write(branch, value, out);
                }
            }
            return Plainly.LEFT_OUT;
        }

        private static Written write(Branch branch, DataNode value, JsonOutput out) {
            return switch (value) {
                case DataNode.Null none -> {
                    out.raw(JsonOutput.NULL);
                    yield branch.nullable() ? Plainly.WHOLE : Plainly.NO_KEY;
                }
                case Leaf leaf -> branch.below() == null ? write(branch, leaf, out) : Plainly.NO_KEY;
                case ObjectNode object ->
                    branch.below() == null ? Plainly.NO_KEY : branch.below().write(object, out);
                case ListNode list -> list(branch, list, out);
            };
        }

        private static Written write(Branch branch, Leaf leaf, JsonOutput out) {
            return branch.fit()
                    .write(branch.names() == null ? leaf : branch.names().translate(leaf), out);
        }

        private static Written list(Branch branch, ListNode list, JsonOutput out) {
            out.raw('[');
            for (int i = 0; i < list.size(); i++) {
                if (i > 0) {
                    out.raw(',');
                }
                Written written = write(branch, list.get(i), out);
                if (written != Plainly.WHOLE) {
                    return written;
                }
            }
            out.raw(']');
            return Plainly.WHOLE;
        }
    }
}
