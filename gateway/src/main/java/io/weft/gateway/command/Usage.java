package io.weft.gateway.command;

/** What the commands say of themselves. */
final class Usage {

    static final String GATEWAY = """
            ./weft gateway --supergraph FILE | --config FILE | --manifest FILE [options]

              Serves a graph at http://HOST:PORT/graphql until it is told to end (Ctrl-C, SIGTERM).

              --supergraph FILE        a supergraph SDL that has been composed elsewhere (join v0.1 to v0.5). The file is
                                       watched: a new one is served without a request being lost, a broken one refused
              --config FILE            a YAML file with subgraphs to compose, or a supergraph, and all settings; watched likewise
              --manifest FILE          several graphs, each at /NAME/graphql: a YAML or JSON map from names to supergraph or
                                       configuration files; graphs may be added and removed while it runs
              --subgraph-url NAME=URL  where a subgraph answers, if not where the SDL says; several times

              --port N                 default 4000
              --host NAME              the address to listen at; default: all of this machine
              --path PATH              default /graphql
              --introspection on|off   whether clients may ask for the schema; default off, on if only named
              --forward-header NAME    a client's header that goes on to subgraphs; several times
              --explain on|off         whether every client may send "X-Weft-Explain: plan" and be told how its request
                                       was answered; default off
              --help                   this text

              All settings of a configuration, and what a manifest may say: docs/gateway.md
              Health: GET /actuator/health, /actuator/health/liveness, /actuator/health/readiness
              Exit code 1: a file, a graph or a port cannot be used; 2: the command line is wrong.
            """;

    static final String EXPLAIN = """
            ./weft explain --supergraph FILE --query FILE [--operation NAME] [--variables FILE]
            ./weft explain --gateway URL --query FILE [--operation NAME] [--variables FILE] [--token TOKEN] [--strategy NAME]

              Prints what becomes of an operation, without asking anybody: the operation as it is understood, the plan, the
              request of each fetch, and where each field of the answer comes from. With --gateway a running one is asked, and how
              it has answered is printed too: each fetch with its time, each selection with its calls, keys in and out.

              --gateway URL       such as http://localhost:4000
              --token TOKEN       of a caller who may have answers explained; not needed where it was started with --explain on
              --strategy NAME     how selections are to be found: SINGLE, GATHER, STREAM or FULL; else as is cheapest

              --supergraph FILE   a supergraph SDL
              --query FILE        a GraphQL document
              --operation NAME    which of its operations, where it has several
              --variables FILE    a JSON object, checked against the operation's variables
            """;

    private Usage() {}
}
