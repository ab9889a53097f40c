// Asks the gateway and PostgreSQL the same, compares the answers, and tells how long each took and what CPU: measure.mjs '{…}'
import { readFileSync } from 'node:fs';
import { ask, client, done } from './database.mjs';
import { known, questions } from './questions.mjs';

const options = JSON.parse(process.argv[2]);
const { records, gateway, peer, peerProcess, database: url, reader, processes, rounds, requests, warm } = options;
const admin = await client(url);
known.push(...(await admin.query(`SELECT embedding::text FROM search.vector_expression JOIN generate_series(1, 97) i ON record_number = 1 + (i::bigint * 7919 * 131) % ${records}`)).rows.map(row => JSON.parse(row.embedding)));
const sql = await client(reader, { application_name: 'floor' });
await sql.query(`SET jit = off; SET plan_cache_mode = force_custom_plan; SET hnsw.iterative_scan = strict_order; SET work_mem = '${options.workMem ?? '4MB'}'`);
await sql.query(`SELECT set_config('weft.user_id', '', false), set_config('weft.role_rank', '0', false)`);

/** How long a question may be warmed up for, and measured for; a slow one is asked less often. */
const seconds = options.seconds ?? 20;
const load = () => readFileSync('/proc/loadavg', 'utf8').split(' ')[0];
const ticks = pid => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return Number(fields[11]) + Number(fields[12]);
  } catch { return 0; }
};
const backends = async () => (await admin.query(`SELECT pid, CASE WHEN application_name IN ('floor', 'postgraphile') THEN application_name ELSE 'weft' END AS whose FROM pg_stat_activity WHERE backend_type IN ('client backend', 'parallel worker') AND pid <> pg_backend_pid()`)).rows;
const sum = numbers => numbers.reduce((a, b) => a + b, 0);
const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
const sorted = times => times.toSorted((a, b) => a - b);

const askGateway = async (question, n, total) => {
  const { ms, answer } = await ask(gateway, question.query(total), question.values(n));
  if (answer.errors) throw new Error(`${question.name}: ${JSON.stringify(answer.errors).slice(0, 800)}`);
  const { nodes, totalCount, pageInfo } = answer.data.records;
  return { ms, srns: nodes.map(node => node.srn), total: totalCount, more: pageInfo.hasNextPage };
};
const askSql = async (question, n, total, before = '') => {
  const binds = question.binds(question.values(n));
  if (before) await sql.query(`BEGIN; ${before}`);
  const started = process.hrtime.bigint();
  const { rows } = await sql.query(question.sql, binds);
  const count = total ? Number((await sql.query(question.count, binds)).rows[0].count) : undefined;
  const ms = Number(process.hrtime.bigint() - started) / 1e6;
  if (before) await sql.query('COMMIT');
  return { ms, srns: rows.slice(0, 20).map(row => row.srn), total: count, more: rows.length > 20 };
};
const askPeer = async (question, n, total) => {
  const { ms, answer } = await ask(peer, question.peerQuery(total), question.values(n));
  if (answer.errors) throw new Error(`${question.name} at PostGraphile: ${JSON.stringify(answer.errors).slice(0, 800)}`);
  const { nodes, totalCount, pageInfo } = answer.data.answer;
  return { ms, srns: nodes.map(node => node.srn ?? node.record.srn), total: totalCount, more: pageInfo.hasNextPage };
};
const EXACT = 'SET LOCAL enable_indexscan = off';

/** The strategy and the calls, as the gateway tells an administrator. */
async function explained(question, n, total) {
  const { answer } = await ask(gateway, question.query(total), question.values(n), undefined, { 'x-weft-explain': 'plan' });
  return answer.extensions?.explain?.selections?.map(({ strategy, durationMicros, calls }) => ({ strategy, durationMicros,
    calls: calls.map(call => `${call.subgraph} ${call.asked}${call.keysIn === undefined ? '' : ` within ${call.keysIn}`}: ${call.keysOut} at ${(call.begunAfterMicros / 1000).toFixed(1)} in ${(call.durationMicros / 1000).toFixed(1)} ms`) }));
}

async function compare(question) {
  const told = [];
  for (let n = 1; n <= (question.vector ? 10 : 3); n++) {
    const mine = await askGateway(question, n, true);
    // A page is found otherwise where its total is not asked.
    const alone = await askGateway(question, n, false);
    const theirs = await askSql(question, n, true, question.vector ? EXACT : '');
    const right = theirs.srns.filter(srn => mine.srns.includes(srn)).length;
    const isTheirs = page => JSON.stringify(page.srns) === JSON.stringify(theirs.srns);
    told.push({ recall: theirs.srns.length ? right / theirs.srns.length : 1, same: isTheirs(mine) && isTheirs(alone), total: mine.total, totalIsRight: mine.total === theirs.total && mine.more === theirs.more && alone.more === theirs.more });
  }
  const result = { recall: sum(told.map(each => each.recall)) / told.length, same: told.every(each => each.same), totals: told.map(each => each.total), totalsAreRight: told.every(each => each.totalIsRight) };
  if (peer && question.peer) {
    const theirs = await askPeer(question, 1, true), mine = await askGateway(question, 1, true);
    result.peerIsSame = JSON.stringify(theirs.srns) === JSON.stringify(mine.srns) && theirs.total === mine.total;
    if (!result.peerIsSame) console.log(JSON.stringify({ OTHER: question.name, theirs, mine }));
  }
  if (!result.totalsAreRight || (!question.vector && !result.same)) console.log(JSON.stringify({ WRONG: question.name, told }));
  return result;
}

const contenders = question => ({
  weft: askGateway,
  ...(peer && question.peer ? { postgraphile: askPeer } : {}),
  sql: (question, n, total) => askSql(question, n, total),
});
const server = { weft: () => processes, postgraphile: () => [peerProcess], sql: () => [] };
const whose = { weft: 'weft', postgraphile: 'postgraphile', sql: 'floor' };
const share = { weft: 0.7, postgraphile: 0.2, sql: 0.1 };
const warming = { weft: warm, postgraphile: Math.min(warm, 50), sql: 5 };
async function measure(question, total) {
  const all = Object.fromEntries(Object.keys(contenders(question)).map(name => [name, { times: [], cpu: [], database: [] }]));
  const until = Date.now() + seconds * 1000;
  let n = 100;
  for (const [name, contender] of Object.entries(contenders(question))) {
    const ends = Date.now() + seconds * 1000 * share[name];
    for (let i = 0; i < warming[name] && (i < 3 || Date.now() < ends); i++) await contender(question, n++, total);
  }
  for (let round = 0; round < rounds && (round < 2 || Date.now() < until + seconds * 1000); round++) {
    for (const [name, contender] of Object.entries(contenders(question))) {
      const pids = (await backends()).filter(backend => backend.whose === whose[name]).map(backend => backend.pid);
      const before = sum(server[name]().map(ticks)), inDatabase = sum(pids.map(ticks));
      const began = Date.now();
      let asked = 0;
      for (; asked < requests && (asked < 3 || Date.now() - began < seconds * 1000 / rounds); asked++) all[name].times.push((await contender(question, n + asked, total)).ms);
      all[name].cpu.push((sum(server[name]().map(ticks)) - before) * 10 / asked);
      all[name].database.push((sum(pids.map(ticks)) - inDatabase) * 10 / asked);
    }
    n += requests;
  }
  return Object.fromEntries(Object.entries(all).map(([name, { times, cpu, database }]) => [name, {
    p50: at(sorted(times), 0.5), p99: at(sorted(times), 0.99), requests: times.length, cpu: at(sorted(cpu), 0.5), database: at(sorted(database), 0.5) }]));
}

// The first answers of cold virtual machines may be too late.
async function awaken(question) {
  for (let attempt = 0; attempt < 5; attempt++) try { return await askGateway(question, attempt, false); } catch (late) { console.error(String(late).slice(0, 200)); }
}
const only = process.env.ONLY?.split(',');
console.log(JSON.stringify({ began: new Date().toISOString(), load: load(), records, rounds, requests, warm }));
/** As a server is that has been in use for a while: all questions, several at once, one in eight with its total. Its virtual machines compile what they have learnt. */
const heat = async () => {
  const all = questions.filter(each => !only || only.some(name => each.name.startsWith(name)));
  const until = Date.now() + (options.heat ?? 0) * 1000;
  let asked = 0, late = 0;
  // What nobody has read before comes from disk, for six at once, and may be too late: only the answers that are measured count.
  const client = async () => { while (Date.now() < until) { const n = asked++; try { await askGateway(all[n % all.length], 10_000 + n, n % (8 * all.length) < all.length); } catch (failed) { if (!/TIMEOUT/.test(failed)) throw failed; late++; } } };
  await Promise.all(Array.from({ length: 6 }, client));
  if (asked) console.log(JSON.stringify({ heated: options.heat, asked, late, rested: await rest() }));
};
/** Until the virtual machines have compiled what is waiting for that, as they do within seconds of a quieter time: how many seconds it took. */
const rest = async () => {
  const began = Date.now();
  for (let busy = 1; busy > 0.05 && Date.now() - began < 120_000;) {
    const before = sum(processes.map(ticks));
    await new Promise(resolve => setTimeout(resolve, 2000));
    busy = (sum(processes.map(ticks)) - before) / 200;
  }
  return Math.round((Date.now() - began) / 1000);
};
const lines = [];
if (options.heat) {
  for (const question of questions) await awaken(question);
  await heat();
}
for (const question of questions.filter(each => !only || only.some(name => each.name.startsWith(name)))) {
  await awaken(question);
  const compared = await compare(question);
  for (const total of [false, true]) {
    const result = await measure(question, total);
    const line = { question: question.name, total, records, load: load(), ...result, compared: total ? compared : undefined };
    lines.push(line);
    console.log(JSON.stringify(line));
    console.log(JSON.stringify({ question: question.name, total, how: await explained(question, 5000 + lines.length, total) }));
  }
}
const near = questions.find(question => question.vector);
const recalls = [];
if (!only || only.includes('recall')) await awaken(near);
if (!only || only.includes('recall')) for (const [share, over] of [['50 %', 0.5], ['3 %', 0.97], ['0.1 %', 0.999]]) {
  for (const total of [false, true]) {
    let found = 0, wanted = 0, told;
    for (let n = 1; n <= 20; n++) {
      const { to } = near.values(n);
      const { answer } = await ask(gateway, `query ($over: Float!, $to: Vector!) { records(filter: { features: { cellClassifier: { confidence: { gt: $over } } } } ${near.order} first: 20) { ${total ? 'totalCount ' : ''}nodes { srn } } }`, { over, to });
      if (answer.errors) throw new Error(JSON.stringify(answer.errors).slice(0, 500));
      await sql.query(`BEGIN; ${EXACT}`);
      const { rows } = await sql.query(`SELECT v.record_srn AS srn FROM search.vector_expression v JOIN features.cell_classifier c ON c.record_number = v.record_number WHERE c.confidence > $2
        ORDER BY v.embedding <=> $1::vector, v.record_number LIMIT 20`, [JSON.stringify(to), over]);
      await sql.query('COMMIT');
      const srns = new Set(answer.data.records.nodes.map(node => node.srn));
      found += rows.filter(row => srns.has(row.srn)).length;
      wanted += rows.length;
      told = answer.extensions?.nearest;
    }
    recalls.push({ share, total, recall: found / wanted, told });
    console.log(JSON.stringify(recalls.at(-1)));
  }
}
console.log(`\n${records} records\n\n| question | asked | found | weft p50 ms | p99 | CPU ms | in PostgreSQL | PostGraphile p50 ms | CPU ms, in PostgreSQL too | sql p50 ms | CPU ms | weft to sql | weft to PostGraphile | same |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|---|`);
for (const line of lines) {
  const compared = lines.find(each => each.question === line.question && each.total).compared;
  const same = `${compared.same ? 'yes' : `recall ${compared.recall.toFixed(3)}`}${compared.totalsAreRight ? '' : ', WRONG TOTAL'}${compared.peerIsSame === false ? ', PostGraphile says otherwise' : ''}`;
  const f = number => number.toFixed(1);
  const theirs = line.postgraphile;
  console.log(`| ${line.question} | page${line.total ? ' and total' : ''} | ${compared.totals[0]} | ${f(line.weft.p50)} | ${f(line.weft.p99)} | ${f(line.weft.cpu)} | ${f(line.weft.database)} | ${theirs ? `${f(theirs.p50)} | ${f(theirs.cpu + theirs.database)}` : '- | -'} | ${f(line.sql.p50)} | ${f(line.sql.database)} | ${(line.weft.p50 / line.sql.p50).toFixed(2)} | ${theirs ? (line.weft.p50 / theirs.p50).toFixed(2) : '-'} | ${same} |`);
}
if (recalls.length) {
  console.log('\n| match | asked | recall of 20 nearest, 20 vectors | told |\n|---|---|---|---|');
  for (const { share, total, recall, told } of recalls) console.log(`| ${share} | page${total ? ' and total' : ''} | ${recall.toFixed(3)} | ${told?.map(each => `${each.method} ${each.recall}`)} |`);
}
await admin.end(); await sql.end(); done();
