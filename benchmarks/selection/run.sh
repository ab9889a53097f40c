#!/usr/bin/env bash
# Filter, order, page and count across four services, beside one SQL statement that says the same over their tables.
#   run.sh 100000|1000000      loads a database of that size once (in this clone's .weft), then starts everything and measures
#   ONLY=q1,q4 run.sh 100000   some questions only
#   SECONDS_EACH=12 run.sh …   how long each question is warmed up for, and measured for: a slow one is asked less often
#   HEAT=180 run.sh …          asks all questions for so many seconds, six at once, and waits until that is compiled, before the first is measured
#   NO_PEER=1 run.sh …         without PostGraphile
#   SERVICE_SETTINGS=weft.remember.for-at-most=0s run.sh …   services that ask their tables each time
#   KEEP=1 run.sh …            leaves everything running when it is done; STOP=1 run.sh … stops it
# Needs npm for the client of PostgreSQL. SERVICES_CP and GATEWAY_CP run other classes than ./weft build makes ({module} is replaced).
set -euo pipefail
HERE=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
ROOT=$(cd "$HERE/../.." && pwd)
RECORDS=${1:?usage: run.sh 100000|1000000}
WORK=${WORK:-$ROOT/.weft/selection-benchmark}
PORT=${PORT:-54480}
ROUNDS=${ROUNDS:-5} REQUESTS=${REQUESTS:-20} WARM=${WARM:-300} SECONDS_EACH=${SECONDS_EACH:-12}
JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java
MEMORY=${MEMORY:-"-c shared_buffers=2GB -c effective_cache_size=6GB"}
DATABASE=selection_$RECORDS
declare -A PORTS=([postgraphile]=4485 [gateway]=4480 [records]=4481 [metadata]=4482 [features]=4483 [search]=4484)
mkdir -p "$WORK/logs" "$WORK/config"
cp "$HERE"/*.mjs "$HERE/data.sql" "$HERE/package.json" "$WORK/"
stop() {
  for name in postgraphile gateway records metadata features search; do
    if [ -s "$WORK/$name.pid" ]; then kill "$(cat "$WORK/$name.pid")" 2>/dev/null || true; rm -f "$WORK/$name.pid"; fi
  done
  "$ROOT/compose/postgresql/cluster.sh" stop "$WORK/cluster" >/dev/null 2>&1 || true
}
if [ -n "${STOP:-}" ]; then stop; exit; fi
[ -n "${KEEP:-}" ] || trap stop EXIT
[ -x "$WORK/node_modules/.bin/node" ] || (cd "$WORK" && npm install --no-audit --no-fund --silent)
NODE="$WORK/node_modules/.bin/node"
[ -n "${SERVICES_CP:-}" ] || "$ROOT/weft" build

"$ROOT/compose/postgresql/provision.sh" >/dev/null
"$ROOT/compose/postgresql/cluster.sh" start "$WORK/cluster" "$PORT" -c fsync=off -c full_page_writes=off -c max_wal_size=8GB -c max_connections=200 $MEMORY >/dev/null
SUPERUSER="postgresql://postgres:$(cat "$WORK/cluster/password")@127.0.0.1:$PORT"
(cd "$WORK" && "$NODE" --input-type=module - "$SUPERUSER" "$DATABASE" "$ROOT/compose/database/bootstrap.sql" <<'JS'
import { readFileSync } from 'node:fs';
import { client } from './database.mjs';
const [superuser, name, bootstrap] = process.argv.slice(2);
const server = await client(`${superuser}/postgres`);
const { rows } = await server.query(`SELECT shobj_description(oid, 'pg_database') = 'loaded' AS loaded FROM pg_database WHERE datname = $1`, [name]);
if (!rows[0]?.loaded) {
  await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await server.query(`CREATE DATABASE ${name}`);
}
await server.end();
const database = await client(`${superuser}/${name}`);
await database.query(readFileSync(bootstrap, 'utf8'));
for (const service of ['records', 'metadata', 'features', 'search']) for (const role of ['owner', 'service']) await database.query(`ALTER ROLE ${service}_${role} PASSWORD 'bench'`);
await database.end();
JS
)

KEY=$(printf 'thirty-two bytes for the benchmark' | head -c 32 | base64)
start() { # NAME MODULE MAIN, then its settings on standard input
  local flags=${JAVA_FLAGS:-} classpath=$([ "$1" = gateway ] && echo "${GATEWAY_CP:-}" || echo "${SERVICES_CP:-}") run
  { printf '%s\n' 'weft.identity.hs256-secret=a secret for benchmarks, long enough for everybody' weft.identity.anonymous=true "weft.trust.keys.dev=$KEY" weft.trust.active-key=dev \
    logging.structured.format.console= logging.level.io.weft.postgres.access=OFF logging.level.io.weft.gateway.access=OFF; cat; } > "$WORK/config/$1.properties"
  if [ -n "$classpath" ]; then run=(-cp "${classpath//\{module\}/$2}" "$3"); else run=(-jar "$ROOT/.weft/app/$2/$2.jar"); fi
  "$JAVA" -XX:+UseSerialGC -Xmx${HEAP:-768m} -XX:+UseCompactObjectHeaders -XX:+UseTransparentHugePages --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${flags//\{name\}/$1} \
    -Dserver.port="${PORTS[$1]}" "-Dspring.config.additional-location=file:$WORK/config/$1.properties" "${run[@]}" > "$WORK/logs/$1.log" 2>&1 </dev/null &
  echo $! > "$WORK/$1.pid"
}
for service in records metadata features search; do
  start $service $service-service "io.weft.$service.${service^}ServiceApplication" <<P
weft.service.name=$service
weft.database.url=postgresql://127.0.0.1:$PORT/$DATABASE
weft.database.owner.username=${service}_owner
weft.database.owner.password=bench
weft.database.service.username=${service}_service
weft.database.service.password=bench
${SERVICE_SETTINGS:-}
P
done
start gateway gateway io.weft.gateway.application.GatewayApplication <<P
$(index=0; for service in records metadata features search; do echo "weft.gateway.subgraphs[$index].name=$service"; echo "weft.gateway.subgraphs[$index].url=http://127.0.0.1:${PORTS[$service]}/graphql"; index=$((index + 1)); done)
weft.gateway.explain-role=PUBLIC
${GATEWAY_SETTINGS:-}
P
await() { for _ in $(seq 600); do curl --silent --fail --output /dev/null "http://127.0.0.1:${PORTS[$1]}/actuator/health/readiness" && return; kill -0 "$(cat "$WORK/$1.pid")" || break; sleep 0.3; done; echo "$1 is not ready: see $WORK/logs/$1.log" >&2; exit 1; }
for name in records metadata features search; do await $name; done
cd "$WORK"
if [ "$("$NODE" --input-type=module -e "import { client } from './database.mjs'; const c = await client('$SUPERUSER/$DATABASE'); console.log((await c.query(\"SELECT shobj_description(oid, 'pg_database') = 'loaded' AS loaded FROM pg_database WHERE datname = '$DATABASE'\")).rows[0].loaded); await c.end()")" != true ]; then
  "$NODE" load.mjs "$SUPERUSER" "$DATABASE" "$RECORDS" "$ROOT/compose/launcher/src/main/resources/io/weft/launcher/example/definitions.json" \
    "{\"metadata\":${PORTS[metadata]},\"features\":${PORTS[features]},\"search\":${PORTS[search]}}" data.sql
fi
await gateway
for _ in $(seq 100); do curl --silent "http://127.0.0.1:${PORTS[gateway]}/graphql" -H 'content-type: application/json' -d '{"query":"{ records(first: 1) { nodes { metadata { bioSample { species } } features { cellClassifier { label } } search { __typename } } } }"}' | grep -q '"data":{"records"' && break; sleep 0.5; done
[ -z "${NO_MEASURE:-}" ] || exit 0
if [ -z "${NO_PEER:-}" ]; then
  NODE_ENV=production GRAPHILE_ENV=production "$(readlink -f "$NODE")" postgraphile.mjs "postgresql://selection_reader:bench@127.0.0.1:$PORT/$DATABASE?application_name=postgraphile" "${PORTS[postgraphile]}" > "$WORK/logs/postgraphile.log" 2>&1 </dev/null &
  echo $! > "$WORK/postgraphile.pid"
  for _ in $(seq 300); do curl --silent "http://127.0.0.1:${PORTS[postgraphile]}/graphql" -H 'content-type: application/json' -d '{"query":"{ __typename }"}' | grep -q Query && break; sleep 0.3; done
  PEER=",\"peer\":${PORTS[postgraphile]},\"peerProcess\":$(cat "$WORK/postgraphile.pid")"
fi
PIDS=$(cat gateway.pid records.pid metadata.pid features.pid search.pid | paste -sd,)
"$NODE" measure.mjs "{\"records\":$RECORDS,\"gateway\":${PORTS[gateway]},\"database\":\"$SUPERUSER/$DATABASE\",\"reader\":\"postgresql://selection_reader:bench@127.0.0.1:$PORT/$DATABASE\",\"processes\":[$PIDS],\"rounds\":$ROUNDS,\"requests\":$REQUESTS,\"warm\":$WARM,\"seconds\":$SECONDS_EACH,\"heat\":${HEAT:-0}${PEER:-}}"
