#!/usr/bin/env bash
# Our library beside PostGraphile 5, over the same tables, as the same role under the same row security.
#   run.sh [short|long]      short: 20,000 records, some minutes; long: 100,000 records, half an hour
#   ONLY=q1,q5 run.sh        some questions only
# Needs benchmarks built (see ../README.md), npm for PostGraphile and Node 22, and the private PostgreSQL of this clone.
set -euo pipefail
HERE=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
ROOT=$(cd "$HERE/../.." && pwd)
SETTING=${1:-short}
case $SETTING in
  short) RECORDS=${RECORDS:-20000} ROUNDS=${ROUNDS:-3} WARM=${WARM:-14} WARM_REQUESTS=${WARM_REQUESTS:-3000} MEASURE=${MEASURE:-5} ;;
  long) RECORDS=${RECORDS:-100000} ROUNDS=${ROUNDS:-5} WARM=${WARM:-60} WARM_REQUESTS=${WARM_REQUESTS:-10000} MEASURE=${MEASURE:-20} ;;
  *) echo "usage: run.sh [short|long]" >&2; exit 2 ;;
esac
CLIENTS=${CLIENTS:-8}
WORK=${WORK:-$ROOT/.weft/postgraphile-benchmark}
PORT=${PORT:-54390} OURS=${OURS:-4390} THEIRS=${THEIRS:-4391}
JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java
# Without the gateway, which has settings of its own for every process it is part of.
CLASSPATH_OF_OURS=${CLASSPATH_OF_OURS:-$ROOT/benchmarks/target/classes:$(find "$ROOT/benchmarks/target/lib" -name '*.jar' ! -name 'gateway-*' 2>/dev/null | paste -sd:)}
mkdir -p "$WORK"
cp "$HERE"/*.mjs "$HERE/package.json" "$WORK/"
[ -x "$WORK/node_modules/.bin/node" ] || (cd "$WORK" && npm install --no-audit --no-fund --silent)
NODE="$WORK/node_modules/.bin/node"

STARTED=()
finish() {
  for pid in "${STARTED[@]}"; do kill "$pid" 2>/dev/null || true; done
  "$ROOT/compose/postgresql/cluster.sh" stop "$WORK/cluster" >/dev/null 2>&1 || true
}
trap finish EXIT

"$ROOT/compose/postgresql/provision.sh" >/dev/null
"$ROOT/compose/postgresql/cluster.sh" start "$WORK/cluster" "$PORT" -c fsync=off -c shared_buffers=256MB >/dev/null
PASSWORD=$(cat "$WORK/cluster/password")
SUPERUSER="postgresql://postgres:$PASSWORD@127.0.0.1:$PORT"
(cd "$WORK" && "$NODE" prepare.mjs "$SUPERUSER" "$ROOT/compose/database/bootstrap.sql" "$HERE/data.sql" "$RECORDS")
DATABASE="bench_$RECORDS"

"$JAVA" -XX:+UseSerialGC -Xmx1g -cp "$CLASSPATH_OF_OURS" io.weft.benchmarks.tables.TablesService --server.port="$OURS" \
  --weft.service.name=archive --weft.identity.anonymous=true --weft.identity.hs256-secret="a secret for benchmarks, long enough" \
  --weft.database.url="postgresql://127.0.0.1:$PORT/$DATABASE" --weft.database.schema=archive \
  --weft.database.owner.username=archive_owner --weft.database.owner.password=bench --weft.database.service.username=archive_service --weft.database.service.password=bench \
  --logging.level.io.weft.postgres.access=OFF > "$WORK/ours.log" 2>&1 &
STARTED+=($!) OUR_PID=$!
(cd "$WORK" && NODE_ENV=production GRAPHILE_ENV=production exec "$NODE" server.mjs "postgresql://archive_service:bench@127.0.0.1:$PORT/$DATABASE?application_name=postgraphile" archive "$THEIRS") > "$WORK/theirs.log" 2>&1 &
STARTED+=($!)
await() { for _ in $(seq 600); do curl --silent --output /dev/null "http://127.0.0.1:$1/graphql" && return; kill -0 "$2" || break; sleep 0.2; done; echo "nobody listens on $1: see $WORK" >&2; exit 1; }
await "$OURS" "$OUR_PID"; await "$THEIRS" "${STARTED[1]}"
THEIR_PID=$(pgrep -f "server.mjs .*$THEIRS" | head -1)
while [ "$(readlink "/proc/$THEIR_PID/exe" | grep -c node)" = 0 ]; do THEIR_PID=$(pgrep -P "$THEIR_PID" | head -1); done

(cd "$WORK" && "$NODE" measure.mjs "{\"records\":$RECORDS,\"rounds\":$ROUNDS,\"clients\":$CLIENTS,\"warmRequests\":$WARM_REQUESTS,\"seconds\":{\"warm\":$WARM,\"measure\":$MEASURE},\"superuser\":\"$SUPERUSER/$DATABASE\",
  \"servers\":[{\"kind\":\"ours\",\"name\":\"weft\",\"port\":$OURS,\"pid\":$OUR_PID,\"application\":\"archive%\"},
  {\"kind\":\"theirs\",\"name\":\"postgraphile\",\"port\":$THEIRS,\"pid\":$THEIR_PID,\"application\":\"postgraphile%\"}]}")
