package io.weft.gateway.planning.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntUnaryOperator;

/** A request's text: what always stands in it, and what stands in it once for every key of a call. */
public record RequestText(List<Piece> pieces) {

    public RequestText {
        pieces = List.copyOf(pieces);
    }

    public sealed interface Piece {
        record Fixed(String text) implements Piece {
            public Fixed {
                Objects.requireNonNull(text);
            }
        }

        /**
         * Once for every key, with a separator between.
         *
         * @param call     the call's place among those that take part
         * @param alone    what is written where the call has one key: the key's number, from 0, stands between its parts
         * @param together the same where it has several
         */
        record PerKey(int call, String separator, List<String> alone, List<String> together) implements Piece {
            public PerKey {
                Objects.requireNonNull(separator);
                alone = List.copyOf(alone);
                together = List.copyOf(together);
            }
        }

        /** Only where the call has more than one key. */
        record IfSeveral(int call, String text) implements Piece {
            public IfSeveral {
                Objects.requireNonNull(text);
            }
        }
    }

    /** @param keys how many keys a call has, by its place among those that take part */
    public String print(IntUnaryOperator keys) {
        StringBuilder out = new StringBuilder();
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Fixed(String text) -> out.append(text);
                case Piece.PerKey(int call, String separator, List<String> alone, List<String> together) -> {
                    int count = keys.applyAsInt(call);
                    List<String> texts = new ArrayList<>();
                    for (int number = 0; number < count; number++) {
                        texts.add(String.join(String.valueOf(number), count == 1 ? alone : together));
                    }
                    out.append(String.join(separator, texts));
                }
                case Piece.IfSeveral(int call, String text) -> out.append(keys.applyAsInt(call) > 1 ? text : "");
            }
        }
        return out.toString();
    }
}
