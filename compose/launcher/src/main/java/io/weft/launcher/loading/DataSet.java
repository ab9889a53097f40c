package io.weft.launcher.loading;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Records with metadata, features, texts and vectors, ready to be sent; every stream can be had again. */
public interface DataSet {

    /** What it is, for people. */
    String title();

    /** How many records there are. */
    int size();

    /** {@code schema}, {@code hooks}, {@code vectors} and {@code conventions}, as the registering mutations take them. */
    JsonNode definitions();

    /** Whose records there are. */
    List<String> owners();

    /** Lines for {@code /bulk/records}, published by this owner. */
    Stream<ObjectNode> records(String owner);

    /** Lines for {@code /bulk/metadata/{schema}/{version}}. */
    Stream<ObjectNode> metadata();

    /** Lines for {@code /bulk/features/{hook}}. */
    Stream<ObjectNode> features(String hook);

    /** Lines for {@code /bulk/search}. */
    Stream<ObjectNode> search();
}
