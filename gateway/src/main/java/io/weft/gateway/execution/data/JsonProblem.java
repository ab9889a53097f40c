package io.weft.gateway.execution.data;

/**
 * Why bytes are not the JSON that is expected.
 *
 * @param offset  of the byte that is wrong
 * @param message what is wrong there; names no content
 */
public record JsonProblem(int offset, String message) implements AnswerParser.Parsed, JsonMembers.Read {
    @Override
    public String toString() {
        return message + " at byte " + offset;
    }
}
