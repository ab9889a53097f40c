package io.weft.gateway.operation;

/**
 * How large a client's document may be. Checked before anything expensive is done with it.
 *
 * @param maxCharacters of the document's text
 * @param maxTokens     of the document
 * @param maxDepth      fields below one another, fragments inlined
 * @param maxAliases    in the whole operation, fragments inlined
 * @param maxFields     in the whole operation, fragments inlined
 */
public record OperationLimits(int maxCharacters, int maxTokens, int maxDepth, int maxAliases, int maxFields) {

    public static final OperationLimits DEFAULT = new OperationLimits(1_000_000, 15_000, 50, 1_000, 20_000);

    public OperationLimits {
        if (maxCharacters < 1 || maxTokens < 1 || maxDepth < 1 || maxAliases < 0 || maxFields < 1) {
            throw new IllegalArgumentException("a limit must be positive");
        }
    }
}
