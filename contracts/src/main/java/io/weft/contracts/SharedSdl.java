package io.weft.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What the SDL of every service of the archive begins with. */
public final class SharedSdl {

    /** The {@code @link} to the federation specification with all directives that a service may use. */
    public static final String FEDERATION_LINK = read("federation-link.graphqls");

    /** The archive's scalars, each with its {@code @specifiedBy} or description. */
    public static final String SCALARS = read("scalars.graphqls");

    /** What a service's SDL has besides, where it offers the selection contract. */
    public static final String SELECTION = read("selection.graphqls");

    private SharedSdl() {}

    private static String read(String name) {
        try (InputStream in = SharedSdl.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the contracts' jar lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
