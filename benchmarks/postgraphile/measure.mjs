// Asks both servers in turn and reads from /proc what it cost: CPU of the server's process, and of PostgreSQL's backends that are its own.
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import pg from 'pg';
import { questions } from './questions.mjs';

const options = JSON.parse(process.argv[2]);
const { servers, records, rounds, seconds, clients, warmRequests, superuser } = options;
const database = new pg.Client({ connectionString: superuser });
await database.connect();
const agent = new Agent({ keepAlive: true, maxSockets: clients });

const TICKS = 100;
const ticks = pid => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return Number(fields[11]) + Number(fields[12]);
  } catch { return 0; }
};
const backends = async name => (await database.query(
  'SELECT pid FROM pg_stat_activity WHERE backend_type IN ($1, $2) AND usename = $3 AND application_name NOT LIKE $4 AND application_name LIKE $5',
  ['client backend', 'parallel worker', 'archive_service', '%(listen)', name])).rows.map(row => row.pid);

function ask(server, question, n) {
  const ours = server.kind === 'ours';
  const variables = (ours ? question.ourVariables : question.theirVariables)(n, records);
  const body = JSON.stringify({ query: ours ? question.ours : question.theirs, variables });
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint();
    const sent = request({ agent, method: 'POST', host: '127.0.0.1', port: server.port, path: '/graphql',
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...(server.headers ?? {}) } }, answer => {
      const parts = [];
      answer.on('data', part => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode, text: Buffer.concat(parts).toString(), ms: Number(process.hrtime.bigint() - started) / 1e6 }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
async function load(server, question, milliseconds, start, atLeast = 0) {
  const until = Date.now() + milliseconds;
  const times = [];
  let n = start;
  await Promise.all(Array.from({ length: clients }, async () => {
    while (Date.now() < until || times.length < atLeast) {
      const answer = await ask(server, question, n++);
      if (answer.status !== 200 || answer.text.startsWith('{"errors"') || answer.text.includes('"errors":[')) throw new Error(`${server.name}: ${answer.status} ${answer.text.slice(0, 500)}`);
      times.push(answer.ms);
    }
  }));
  return { times, next: n };
}
const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
// The share of answers in which all servers name the same records in the same order; a comparison of others would be worth nothing.
async function sameRows(question) {
  const asking = servers.filter(each => each.works?.[question.name]);
  let alike = 0, rows = 0;
  for (let n = 0; n < 20; n++) {
    const answers = [];
    for (const server of asking) answers.push(numbers(await ask(server, question, n)));
    rows += answers[0].length;
    if (answers.every(answer => answer.join() === answers[0].join())) alike++;
  }
  return rows === 0 ? undefined : alike / 20;
}
const numbers = answer => [...answer.text.matchAll(/"recordNumber":"?(\d+)/g)].map(found => found[1]);

console.log(JSON.stringify({ began: new Date().toISOString(), load: readFileSync('/proc/loadavg', 'utf8').trim(), records, rounds, seconds, warmRequests, clients }));
const only = process.env.ONLY?.split(',');
const asked = questions.filter(question => !only || only.some(name => question.name.startsWith(`${name}:`)));
const totals = new Map();
for (const question of asked) {
  for (const server of servers) {
    const sample = await ask(server, question, 7);
    if (sample.text.includes('"errors"')) console.log(JSON.stringify({ question: question.name, server: server.name, refused: sample.text.slice(0, 400) }));
    else {
      console.log(JSON.stringify({ question: question.name, server: server.name, bytes: sample.text.length, sample: sample.text.slice(0, 160) }));
      server.works = { ...server.works, [question.name]: true };
    }
  }
  const alike = await sameRows(question);
  if (alike !== undefined) console.log(JSON.stringify({ question: question.name, sameRows: alike }));
  let n = 0;
  for (const server of servers.filter(each => each.works?.[question.name])) n = (await load(server, question, seconds.warm * 1000, n, warmRequests)).next;
  for (let round = 0; round < rounds; round++) {
    for (const server of servers.filter(each => each.works?.[question.name])) {
      const pids = await backends(server.application);
      const before = ticks(server.pid);
      const beforeDatabase = pids.reduce((sum, pid) => sum + ticks(pid), 0);
      const began = Date.now();
      const { times, next } = await load(server, question, seconds.measure * 1000, n);
      n = next;
      const took = (Date.now() - began) / 1000;
      const cpu = (ticks(server.pid) - before) * 1000 / TICKS / times.length;
      const databaseCpu = (pids.reduce((sum, pid) => sum + ticks(pid), 0) - beforeDatabase) * 1000 / TICKS / times.length;
      const sorted = times.toSorted((a, b) => a - b);
      const line = { question: question.name, round, server: server.name, requests: times.length, perSecond: times.length / took, p50: at(sorted, 0.5), p99: at(sorted, 0.99),
        processMs: cpu, databaseMs: databaseCpu, load: Number(readFileSync('/proc/loadavg', 'utf8').split(' ')[0]) };
      console.log(JSON.stringify(line));
      const key = `${question.name}|${server.name}`;
      totals.set(key, [...(totals.get(key) ?? []), line]);
    }
  }
}
const recall = {};
const nearest = asked.find(question => question.name.startsWith('q3'));
if (nearest) {
  for (const server of servers.filter(each => each.works?.[nearest.name])) {
    let found = 0;
    for (let n = 0; n < 20; n++) {
      const variables = nearest.theirVariables(n, records);
      await database.query('BEGIN; SET LOCAL enable_indexscan = off');
      const exact = (await database.query(`SELECT record_number::text FROM archive.search_text WHERE species = $2 AND readable_from <= now() ORDER BY embedding <=> $1::vector LIMIT 20`,
        [variables.to, variables.species])).rows.map(row => row.record_number);
      await database.query('ROLLBACK');
      const answered = new Set(numbers(await ask(server, nearest, n)));
      found += exact.filter(number => answered.has(number)).length;
    }
    recall[server.name] = found / 400;
  }
}
const middle = (lines, field) => at(lines.map(line => line[field]).toSorted((a, b) => a - b), 0.5);
console.log('\n| question | server | requests/s | p50 ms | p99 ms | CPU ms process | CPU ms database | CPU ms both |\n|---|---|---|---|---|---|---|---|');
for (const [key, lines] of totals) {
  const [question, server] = key.split('|');
  const process = middle(lines, 'processMs'), inDatabase = middle(lines, 'databaseMs');
  console.log(`| ${question} | ${server} | ${middle(lines, 'perSecond').toFixed(0)} | ${middle(lines, 'p50').toFixed(1)} | ${middle(lines, 'p99').toFixed(1)} | ${process.toFixed(2)} | ${inDatabase.toFixed(2)} | ${(process + inDatabase).toFixed(2)} |`);
}
console.log('\n| question | CPU, ours to theirs: process | database | both |\n|---|---|---|---|');
for (const question of asked) {
  const [ours, theirs] = ['ours', 'theirs'].map(kind => totals.get(`${question.name}|${servers.find(server => server.kind === kind).name}`));
  if (!ours || !theirs) continue;
  const ratio = field => (field(ours) / field(theirs)).toFixed(2);
  console.log(`| ${question.name} | ${ratio(lines => middle(lines, 'processMs'))} | ${ratio(lines => middle(lines, 'databaseMs'))} | ${ratio(lines => middle(lines, 'processMs') + middle(lines, 'databaseMs'))} |`);
}
console.log('\nrecall of q3:', JSON.stringify(recall));
await database.end();
agent.destroy();
