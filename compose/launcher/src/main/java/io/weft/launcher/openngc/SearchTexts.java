package io.weft.launcher.openngc;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an object is found by: names weigh most (a), then type and constellation in words (b), notes (c), other identifiers (d). */
final class SearchTexts {
    private static final Pattern NUMBERED = Pattern.compile("(NGC|IC)0*(\\d+)(.*)");

    private final Properties types = read("types.properties");
    private final Properties constellations = read("constellations.properties");

    Map<String, String> of(DeepSkyObject object) {
        Map<String, String> texts = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(List.of(object.name()));
        Matcher numbered = NUMBERED.matcher(object.name());
        if (numbered.matches()) {
            // As people write it: "IC 43", not "IC0043".
            names.add(numbered.group(1) + " " + numbered.group(2) + numbered.group(3));
        }
        object.messier().ifPresent(number -> names.add("M" + number + " Messier " + number));
        names.addAll(object.commonNames());
        texts.put("a", String.join(", ", names));
        List<String> kind = new ArrayList<>(List.of(types.getProperty(object.type(), object.type())));
        object.hubbleType().ifPresent(hubble -> kind.add(shape(hubble)));
        object.constellation().ifPresent(code -> kind.add(constellations.getProperty(code, code)));
        texts.put("b", String.join(", ", kind));
        object.notes().ifPresent(notes -> texts.put("c", notes));
        if (!object.identifiers().isEmpty()) {
            texts.put("d", String.join(", ", object.identifiers()));
        }
        return texts;
    }

    private static String shape(String hubble) {
        if (hubble.startsWith("SB")) {
            return "barred spiral " + hubble;
        }
        if (hubble.startsWith("S0")) {
            return "lenticular " + hubble;
        }
        if (hubble.startsWith("S")) {
            return "spiral " + hubble;
        }
        if (hubble.startsWith("E")) {
            return "elliptical " + hubble;
        }
        return hubble.startsWith("I") ? "irregular " + hubble : hubble;
    }

    private static Properties read(String name) {
        try (InputStream stream = SearchTexts.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing beside " + SearchTexts.class.getName());
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
