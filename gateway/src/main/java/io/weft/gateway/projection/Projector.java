package io.weft.gateway.projection;

import io.weft.gateway.execution.Execution;
import io.weft.gateway.execution.ResponseError;
import io.weft.gateway.execution.Variables;
import io.weft.gateway.execution.data.JsonOutput;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the client's response: data in the order and under the names the client asked for, then errors. */
public final class Projector {

    private Projector() {}

    /**
     * @param bytes     the response's JSON
     * @param hasErrors whether there are errors beside the data
     */
    public record Projected(byte[] bytes, boolean hasErrors) {}

    /** @param introspection what the gateway itself answers, by response key */
    public static Projected project(
            ResponseShape shape,
            Execution execution,
            Variables variables,
            Map<String, @Nullable Object> introspection) {
        FoundErrors found = new FoundErrors(execution.errors());
        JsonOutput out = new JsonOutput(shape.expectedLength());
        out.raw('{').string("data").raw(':');
        new DataWriter(variables, introspection, execution.missing(), out, found).write(shape.root(), execution.data());
        List<ResponseError> errors = found.all();
        if (!errors.isEmpty()) {
            out.raw(',').string("errors").raw(':');
            ErrorsWriter.write(errors, out);
        }
        byte[] bytes = out.raw('}').toByteArray();
        shape.answered(bytes.length);
        return new Projected(bytes, !errors.isEmpty());
    }

    /** The response to a request that is not executed at all. */
    public static byte[] refusal(List<ResponseError> errors) {
        return new JsonOutput()
                .raw('{')
                .string("errors")
                .raw(':')
                .raw(errors(errors))
                .raw('}')
                .toByteArray();
    }

    /** The errors alone, as a JSON list. */
    public static byte[] errors(List<ResponseError> errors) {
        JsonOutput out = new JsonOutput();
        ErrorsWriter.write(errors, out);
        return out.toByteArray();
    }
}
