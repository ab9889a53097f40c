package io.weft.launcher;

import java.util.LinkedHashMap;
import java.util.Map;

/** The settings each application starts with, written to {@code config/<part>.properties} of the archive's folder. */
record Configuration(Ports ports, Database database, Secrets secrets) {
    static final String KEY_ID = "dev";

    Map<String, String> of(Part part) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("weft.identity.hs256-secret", secrets.token());
        settings.put("weft.identity.anonymous", "true");
        settings.put("weft.trust.keys." + KEY_ID, secrets.trust());
        settings.put("weft.trust.active-key", KEY_ID);
        if (part == Part.GATEWAY) {
            int index = 0;
            for (Part service : Part.services()) {
                String subgraph = "weft.gateway.subgraphs[" + index++ + "].";
                settings.put(subgraph + "name", service.label());
                settings.put(subgraph + "url", ports.url(service) + "/graphql");
            }
        } else {
            String owner = part.label() + "_owner";
            String service = part.label() + "_service";
            settings.put("weft.service.name", part.label());
            settings.put("weft.database.url", database.url());
            settings.put("weft.database.owner.username", owner);
            settings.put("weft.database.owner.password", secrets.password(owner));
            settings.put("weft.database.service.username", service);
            settings.put("weft.database.service.password", secrets.password(service));
        }
        // For ./weft logs: text, as people read it.
        settings.put("logging.structured.format.console", "");
        return settings;
    }
}
