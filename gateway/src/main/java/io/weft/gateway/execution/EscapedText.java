package io.weft.gateway.execution;

import io.weft.gateway.execution.data.JsonOutput;
import io.weft.gateway.planning.plan.RequestText;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** A request's text as it stands in a JSON string, so that writing it for any number of keys only copies bytes. */
final class EscapedText {

    private final List<Piece> pieces;

    private sealed interface Piece {
        record Fixed(byte[] text) implements Piece {}

        record PerKey(int call, byte[] separator, byte[][] alone, byte[][] together) implements Piece {}

        record IfSeveral(int call, byte[] text) implements Piece {}
    }

    private EscapedText(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /** @param calls by a call's place in the text, its place in the fetch */
    static EscapedText of(RequestText text, int[] calls) {
        return new EscapedText(text.pieces().stream()
                .map(piece -> switch (piece) {
                    case RequestText.Piece.Fixed(String fixed) -> (Piece) new Piece.Fixed(escaped(fixed));
                    case RequestText.Piece.PerKey(int call, var separator, var alone, var together) ->
                        new Piece.PerKey(calls[call], escaped(separator), escaped(alone), escaped(together));
                    case RequestText.Piece.IfSeveral(int call, String fixed) ->
                        new Piece.IfSeveral(calls[call], escaped(fixed));
                })
                .toList());
    }

    /** @param keys how many keys a call has, by its place in the fetch */
    void write(IntUnaryOperator keys, JsonOutput out) {
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Fixed(byte[] text) -> out.raw(text);
                case Piece.PerKey perKey -> write(perKey, keys.applyAsInt(perKey.call()), out);
                case Piece.IfSeveral(int call, byte[] text) -> {
                    if (keys.applyAsInt(call) > 1) {
                        out.raw(text);
                    }
                }
            }
        }
    }

    private static void write(Piece.PerKey piece, int count, JsonOutput out) {
        byte[][] parts = count == 1 ? piece.alone() : piece.together();
        for (int number = 0; number < count; number++) {
            if (number > 0) {
                out.raw(piece.separator());
            }
            out.raw(parts[0]);
            for (int part = 1; part < parts.length; part++) {
                out.number(number).raw(parts[part]);
            }
        }
    }

    private static byte[][] escaped(List<String> texts) {
        return texts.stream().map(EscapedText::escaped).toArray(byte[][]::new);
    }

    private static byte[] escaped(String text) {
        byte[] quoted = new JsonOutput().string(text).toByteArray();
        return Arrays.copyOfRange(quoted, 1, quoted.length - 1);
    }
}
