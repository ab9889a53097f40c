// Creates tables, one after the other, and asks for each until it is answered, at all three; meanwhile others go on asking for what was there.
import http from 'node:http';
import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const setting = JSON.parse(process.argv[2]);
const agent = new http.Agent({ keepAlive: true });
const servers = [
  { name: 'weft service', port: setting.service, root: n => `late${n}`, hub: '{ hub { nodes { id } } }' },
  { name: 'weft gateway', port: setting.gateway, root: n => `late${n}`, hub: '{ hub { nodes { id } } }' },
  { name: 'postgraphile', port: setting.theirs, root: n => `allLate${n}s`, hub: '{ allHubs { nodes { id } } }' },
].filter(server => server.port);

function ask(port, query) {
  return new Promise((resolve, reject) => {
    const request = http.request({ port, host: '127.0.0.1', path: '/graphql', method: 'POST', agent, headers: { 'content-type': 'application/json', accept: 'application/json' } }, response => {
      let body = '';
      response.on('data', part => (body += part));
      response.on('end', () => { try { resolve(JSON.parse(body)); } catch { reject(new Error(`no JSON: ${body}`)); } });
    });
    request.on('error', reject);
    request.end(JSON.stringify({ query }));
  });
}

async function until(server, query, everyMs) {
  while (true) {
    const answer = await ask(server.port, query).catch(() => undefined);
    if (answer?.data && !answer.errors) return performance.now();
    await sleep(everyMs);
  }
}

/** What somebody waits at most who asks for a table that was there all the time. */
function bystander(server) {
  let asking = true;
  const waited = [];
  const done = (async () => {
    while (asking) {
      const began = performance.now();
      const answer = await ask(server.port, server.hub);
      if (!answer.data) throw new Error(`${server.name}: ${JSON.stringify(answer)}`);
      waited.push(performance.now() - began);
      await sleep(20);
    }
  })();
  return async () => { asking = false; await done; return Math.max(...waited); };
}

const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const database = new pg.Client({ connectionString: setting.superuser });
await database.connect();
console.log(JSON.stringify({ began: new Date().toISOString(), load: loadavg()[0], tables: setting.tables, rounds: setting.rounds, restSeconds: setting.restSeconds }));
const results = new Map(servers.map(server => [server.name, { ready: [], stall: [] }]));
for (const server of servers) await until(server, server.hub, 100);
// Each alone: all of them follow every change, and who is not looked at would take the cores from those who are.
const signal = (watched, name) => watched.forEach(server => process.kill(setting.pids[server.name], name));
for (const watched of [servers.slice(0, 2), servers.slice(2)].filter(some => some.length)) {
  const others = servers.filter(server => !watched.includes(server));
  signal(watched, 'SIGCONT');
  signal(others, 'SIGSTOP');
  // What they have missed, they follow now; and ours rehearse after a start what follows a change.
  await sleep(setting.restSeconds * 1000);
  // Whoever was stopped, or rested, has closed what was open.
  agent.destroy();
  for (const server of watched) await until(server, server.hub, 100);
  for (let round = -2; round < setting.rounds; round++) {
    const n = (watched[0].name === 'postgraphile' ? 'P' : 'W') + String.fromCharCode('a'.charCodeAt(0) + round + 2);
    const bystanders = watched.map(bystander);
    await database.query(`CREATE TABLE archive.late_${n.toLowerCase()} (id integer PRIMARY KEY, hub_id integer NOT NULL REFERENCES archive.hub, name text)`);
    const created = performance.now();
    const ready = await Promise.all(watched.map(server => until(server, `{ ${server.root(n)} { nodes { id name } } }`, 10)));
    const stalls = await Promise.all(bystanders.map(stop => stop()));
    watched.forEach((server, i) => {
      const line = { tables: setting.tables, server: server.name, round, readyMs: Math.round(ready[i] - created), longestRequestMs: Math.round(stalls[i]), load: loadavg()[0] };
      console.log(JSON.stringify(line));
      if (round >= 0) {
        results.get(server.name).ready.push(line.readyMs);
        results.get(server.name).stall.push(line.longestRequestMs);
      }
    });
    // The next one comes to a service at rest, as tables do.
    await sleep(1500);
  }
}
signal(servers, 'SIGCONT');
await database.end();
console.log('\n| tables | server | ready after ms, median (all) | longest request meanwhile ms |\n|---|---|---|---|');
for (const [name, { ready, stall }] of results) console.log(`| ${setting.tables} | ${name} | ${median(ready)} (${ready.join(', ')}) | ${Math.max(...stall)} |`);
