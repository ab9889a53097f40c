package io.weft.gateway.projection;

import io.weft.gateway.execution.AnswerPath;
import io.weft.gateway.execution.ResponseError;
import io.weft.gateway.execution.data.JsonOutput;
import java.util.List;

/** Writes {@code errors}, as the specification's section 7.1.2 says. */
final class ErrorsWriter {

    private ErrorsWriter() {}

    static void write(List<ResponseError> errors, JsonOutput out) {
        out.raw('[');
        for (int i = 0; i < errors.size(); i++) {
            if (i > 0) {
                out.raw(',');
            }
            write(errors.get(i), out);
        }
        out.raw(']');
    }

    private static void write(ResponseError error, JsonOutput out) {
        out.raw('{').string("message").raw(':').string(error.message());
        if (!error.locations().isEmpty()) {
            out.raw(',').string("locations").raw(':').raw('[');
            int start = out.length();
            for (ResponseError.Location location : error.locations()) {
                if (out.length() > start) {
                    out.raw(',');
                }
                out.raw('{').string("line").raw(':').number(location.line());
                out.raw(',').string("column").raw(':').number(location.column()).raw('}');
            }
            out.raw(']');
        }
        if (!error.path().isEmpty()) {
            out.raw(',').string("path").raw(':');
            path(error.path(), out);
        }
        out.raw(',').string("extensions").raw(':').value(error.extensions()).raw('}');
    }

    private static void path(AnswerPath path, JsonOutput out) {
        out.value(path.values());
    }
}
