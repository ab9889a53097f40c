package io.weft.gateway.composition.subgraph;

import graphql.GraphQLException;
import graphql.language.Document;

/** How SDL is read: anew, or with what is known of it from the composition before. */
public interface ReadSdl {

    /** Knows nothing; lines are those of the text. */
    ReadSdl ANEW = new ReadSdl() {
        @Override
        public Document document(String sdl) {
            return ParseSubgraph.document(sdl);
        }

        @Override
        public KnownTypes types(Links links, RootTypes roots) {
            return KnownTypes.none();
        }
    };

    /** @throws GraphQLException for what is no SDL */
    Document document(String sdl);

    /** What definitions mean under these links and names of root types. */
    KnownTypes types(Links links, RootTypes roots);
}
