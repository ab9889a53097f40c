package io.weft.gateway.transform;

/** What a transform renames or leaves out. */
public enum ElementKind {
    TYPE("type", "Type"),
    /** A field of an object or interface type, also of a root type. */
    FIELD("field", "Type.field"),
    /** A field of a root type only. */
    ROOT_FIELD("root field", "Query.field"),
    ARGUMENT("argument", "Type.field.argument"),
    INPUT_FIELD("input field", "InputType.field"),
    ENUM_VALUE("enum value", "Enum.VALUE");

    private final String title;
    private final String form;

    ElementKind(String title, String form) {
        this.title = title;
        this.form = form;
    }

    /** As people call it. */
    public String title() {
        return title;
    }

    /** How such an element is named. */
    public String form() {
        return form;
    }

    /** How many names its coordinate has. */
    public int names() {
        return switch (this) {
            case TYPE -> 1;
            case FIELD, ROOT_FIELD, INPUT_FIELD, ENUM_VALUE -> 2;
            case ARGUMENT -> 3;
        };
    }
}
