#!/usr/bin/env bash
# How long a new table takes to become queryable: at a service on our library, through the gateway, and at PostGraphile in watch mode.
#   run.sh [TABLES…]      6, 200 and 1000 unless said otherwise; ROUNDS=5 new tables each, REST=45 seconds before the first (at least 30 for 1000 tables),
#                       THEIRS= to leave PostGraphile out
# Needs benchmarks built (see ../README.md), npm for PostGraphile and Node 22, and the private PostgreSQL of this clone.
set -euo pipefail
HERE=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
ROOT=$(cd "$HERE/../.." && pwd)
[ $# -gt 0 ] || set -- 6 200 1000
ROUNDS=${ROUNDS:-5} REST=${REST:-45}
WORK=${WORK:-$ROOT/.weft/postgraphile-benchmark}
PORT=${PORT:-54390} SERVICE=${SERVICE:-4390} GATEWAY=${GATEWAY:-4392} THEIRS=${THEIRS-4391}
JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java
# Without the gateway, which has settings of its own for every process it is part of.
CLASSPATH_OF_OURS=${CLASSPATH_OF_OURS:-$ROOT/benchmarks/target/classes:$(find "$ROOT/benchmarks/target/lib" -name '*.jar' ! -name 'gateway-*' 2>/dev/null | paste -sd:)}
mkdir -p "$WORK"
cp "$HERE/../postgraphile"/*.mjs "$HERE/../postgraphile/package.json" "$HERE"/*.mjs "$WORK/"
[ -x "$WORK/node_modules/.bin/node" ] || (cd "$WORK" && npm install --no-audit --no-fund --silent)
NODE="$WORK/node_modules/.bin/node"

STARTED=()
stop_started() {
  # A stopped process hears of its end only when it goes on.
  for pid in "${STARTED[@]}"; do kill "$pid" 2>/dev/null && kill -CONT "$pid" 2>/dev/null || true; done
  for pid in "${STARTED[@]}"; do wait "$pid" 2>/dev/null || true; done
  STARTED=()
}
finish() {
  stop_started
  "$ROOT/compose/postgresql/cluster.sh" stop "$WORK/cluster" >/dev/null 2>&1 || true
}
trap finish EXIT

"$ROOT/compose/postgresql/provision.sh" >/dev/null
"$ROOT/compose/postgresql/cluster.sh" start "$WORK/cluster" "$PORT" -c fsync=off -c shared_buffers=256MB >/dev/null
SUPERUSER="postgresql://postgres:$(cat "$WORK/cluster/password")@127.0.0.1:$PORT"

cat > "$WORK/gateway.yaml" <<YAML
port: $GATEWAY
host: 127.0.0.1
subgraphs:
  - name: archive
    url: http://127.0.0.1:$SERVICE/graphql
YAML

for tables in "$@"; do
  database="live_$tables"
  (cd "$WORK" && "$NODE" tables.mjs "$SUPERUSER" "$ROOT/compose/database/bootstrap.sql" "$tables")
  "$JAVA" -XX:+UseSerialGC -Xmx2g -cp "$CLASSPATH_OF_OURS" io.weft.benchmarks.tables.TablesService --server.port="$SERVICE" \
    --weft.service.name=archive --weft.identity.anonymous=true --weft.identity.hs256-secret="a secret for benchmarks, long enough" \
    --weft.database.url="postgresql://127.0.0.1:$PORT/$database" --weft.database.schema=archive \
    --weft.database.owner.username=archive_owner --weft.database.owner.password=bench --weft.database.service.username=archive_service --weft.database.service.password=bench \
    --logging.level.io.weft.postgres.access=OFF > "$WORK/live-service-$tables.log" 2>&1 &
  STARTED+=($!)
  "$ROOT/weft" gateway --config "$WORK/gateway.yaml" > "$WORK/live-gateway-$tables.log" 2>&1 &
  STARTED+=($!)
  if [ -n "$THEIRS" ]; then
    (cd "$WORK" && SUPERUSER_URL="$SUPERUSER/$database" NODE_ENV=production GRAPHILE_ENV=production exec "$NODE" server.mjs \
      "postgresql://archive_service:bench@127.0.0.1:$PORT/$database" archive "$THEIRS" watch) > "$WORK/live-theirs-$tables.log" 2>&1 &
    STARTED+=($!)
  fi
  (cd "$WORK" && "$NODE" live.mjs "{\"tables\":$tables,\"rounds\":$ROUNDS,\"restSeconds\":$REST,\"superuser\":\"$SUPERUSER/$database\",\"service\":$SERVICE,\"gateway\":$GATEWAY,\"theirs\":${THEIRS:-null},\"pids\":{\"weft service\":${STARTED[0]},\"weft gateway\":${STARTED[1]},\"postgraphile\":${STARTED[2]:-null}}}")
  stop_started
done
