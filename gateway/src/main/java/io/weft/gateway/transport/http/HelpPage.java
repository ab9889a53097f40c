package io.weft.gateway.transport.http;

import java.nio.charset.StandardCharsets;

/** What a browser sees that was pointed at the endpoint. */
final class HelpPage {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>Weft</title>
            <style>body{font:16px/1.5 system-ui;max-width:46rem;margin:4rem auto;padding:0 1rem}pre{background:#f3f3f3;padding:1rem;overflow:auto}</style>
            </head><body><h1>Weft</h1>
            <p>This is a GraphQL endpoint. Ask it by <code>POST</code> with a JSON body:</p>
            <pre>curl -s URL \\
              -H 'Content-Type: application/json' \\
              -H 'Authorization: Bearer TOKEN' \\
              -d '{"query":"{ __schema { queryType { fields { name description } } } }"}'</pre>
            <p>Leave the <code>Authorization</code> header out to ask anonymously, where that is allowed.</p>
            <script>document.querySelector('pre').textContent=document.querySelector('pre').textContent.replace('URL',location.origin+location.pathname)</script>
            </body></html>
            """;

    private HelpPage() {}

    static byte[] html() {
        return PAGE.getBytes(StandardCharsets.UTF_8);
    }
}
