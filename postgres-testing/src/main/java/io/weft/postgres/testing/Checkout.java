package io.weft.postgres.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** The clone of Weft that the tests run in. */
public final class Checkout {

    private Checkout() {}

    /**
     * Its folder.
     *
     * @throws IllegalStateException if the tests run elsewhere
     */
    public static Path folder() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("compose/postgresql/cluster.sh"))) {
                return folder;
            }
        }
        throw new IllegalStateException("No compose/postgresql/cluster.sh in " + start
                + " or above: run the tests inside a clone of Weft, or set " + PrivateCluster.URL_VARIABLE
                + " to postgresql://superuser:password@host:port/postgres of a throw-away PostgreSQL 17 with pgvector");
    }
}
