package io.weft.launcher;

/** What {@code ./weft help} says. */
final class Usage {
    static final String TEXT = """
            weft: a science archive and the GraphQL gateway in front of it, on this machine

              ./weft demo                  starts PostgreSQL, four services and the gateway, loads example data
                  --port NUMBER            the gateway's port (4000)
                  --port NAME=NUMBER       another part's: postgresql 54320, records 4001, metadata 4002, features 4003, search 4004
                  --port free              any free ports
                  --empty                  without example data
                  --docker                 by Docker Compose instead of private processes (also for stop, status and logs)
              ./weft stop                  stops everything; the data stays (./weft stop --remove deletes it)
              ./weft status                what runs where
              ./weft gateway --help        the gateway by itself: a supergraph, subgraphs to compose, or several graphs
              ./weft explain --help        what becomes of an operation: plan, requests, answer
              ./weft logs NAME [-f]        a part's log: postgresql, records, metadata, features, search, gateway
              ./weft token --user NAME --role ROLE [--scopes "a b"] [--hours 12]
                                           a token for development; roles: PUBLIC, DEPOSITOR, CURATOR, ADMIN, SUPERADMIN
              ./weft load example          the example data
              ./weft load openngc PATH     OpenNGC, 13,969 deep-sky objects, from its file NGC.csv
              ./weft query ['{ … }'] [--token TOKEN]
                                           asks the gateway; without a query, the ready-made one
              ./weft build                 builds the applications, if something changed
              ./weft test                  all tests from nothing, then a demo that is started, queried and stopped

            --state FOLDER, with any command: another archive beside the usual one in .weft/run.
            WEFT_DATABASE_URL=postgresql://superuser:password@host:5432/weft: another database than the private one.
            WEFT_PORT_GATEWAY, WEFT_PORT_RECORDS, …: ports from the environment.
            All files are below .weft of this clone, but for Maven's own in ~/.m2.""";

    private Usage() {}
}
