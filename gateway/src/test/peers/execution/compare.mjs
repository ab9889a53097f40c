// usage: npm install --legacy-peer-deps && node compare.mjs [scenario ...]
// Asks every operation of every scenario of our gateway (from the subgraphs, and from the supergraphs that Apollo's and
// The Guild's compositions write), of @apollo/gateway and of Hive's, over subgraphs served by @apollo/subgraph, and of one
// server that has all data. Prints what differs; without arguments it also writes requests.md.
import { graphql } from 'graphql';
import fs from 'node:fs';
import path from 'node:path';
import { apollo, hive, weft } from './gateways.mjs';
import { compose, scenarios, serve } from './scenarios.mjs';
import { canonical, wire, World } from './world.mjs';

const wanted = process.argv.slice(2);
const all = scenarios(wanted);
const subgraphs = await serve(all);
for (const scenario of all) scenario.composed = compose(scenario);

const graphs = {};
for (const scenario of all) {
  if (!scenario.ready) graphs[scenario.name] = { config: configuration(scenario) };
  for (const [by, supergraph] of Object.entries(scenario.composed.supergraphs)) graphs[`${scenario.name}-${by}`] = { supergraph };
}
const ours = await weft(graphs);
subgraphs.takeLog();

const rows = [];
for (const scenario of all) {
  const { supergraphs, refusals, api } = scenario.composed;
  for (const [who, why] of Object.entries(refusals)) console.log(`${scenario.name}: ${who} refuses to compose: ${why.split('\n')[0]}`);
  const sdl = supergraphs.apollo ?? supergraphs.ready;
  const askers = {};
  if (!scenario.ready) askers.ours = request => ours.ask(scenario.name, request);
  for (const by of Object.keys(supergraphs)) askers[`ours from ${by}`] = request => ours.ask(`${scenario.name}-${by}`, request);
  const peers = [];
  for (const [name, start, supergraph] of [['Apollo', apollo, sdl], ['Hive', hive, supergraphs.guild ?? sdl]]) {
    if (!supergraph) continue;
    try {
      const peer = await start(supergraph);
      peers.push(peer);
      askers[name] = request => peer.ask(request);
    } catch (thrown) {
      askers[name] = async () => ({ errors: [{ message: `does not start: ${thrown.message}` }] });
    }
  }
  for (const operation of scenario.operations) {
    const answers = {};
    if (api && hasMonolith(scenario)) {
      wire(api, new World(scenario.data), '');
      const { data, errors } = await graphql({ schema: api, source: operation.query, variableValues: operation.variables });
      answers['one server'] = { data: plain(data), errors };
    }
    const request = { query: operation.query, variables: operation.variables };
    for (const [name, ask] of Object.entries(askers)) {
      await ask(request).catch(() => {});
      subgraphs.takeLog();
      let answer;
      try {
        answer = await ask(request);
      } catch (thrown) {
        answer = { errors: [{ message: `threw: ${thrown.message}` }] };
      }
      answers[name] = { data: answer.data, errors: answer.errors, requests: subgraphs.takeLog() };
    }
    rows.push({ scenario: scenario.name, operation: operation.name, answers });
    report(scenario, operation, answers);
  }
  for (const peer of peers) await peer.close();
}
await ours.close();
subgraphs.close();
if (!wanted.length && !process.env.SCENARIOS) fs.writeFileSync(path.join(import.meta.dirname, 'requests.md'), table(rows));
console.log(table(rows).split('\n').slice(-6).join('\n'));
process.exit(0);

function configuration(scenario) {
  return ['introspection: true', 'subgraphs:', ...scenario.subgraphs.flatMap(({ name, url, file }) =>
    [`  - name: ${name}`, `    url: ${url}`, `    schema: { file: ${file} }`])].join('\n');
}

function hasMonolith(scenario) {
  return !/\$subgraphs|\$error|\$from/.test(JSON.stringify(scenario.data));
}

function report(scenario, operation, answers) {
  const [[, reference]] = Object.entries(answers).filter(([name]) => name.startsWith('ours'));
  for (const [name, answer] of Object.entries(answers)) {
    const said = [];
    if (canonical(answer.data ?? null) !== canonical(reference.data ?? null)) {
      said.push(`data ${JSON.stringify(answer.data)}\n      ours ${JSON.stringify(reference.data)}`);
    }
    if (!!answer.errors?.length !== !!reference.errors?.length) {
      const [first] = answer.errors ?? reference.errors;
      said.push(`${answer.errors?.length ? '' : 'no '}errors (${String(first.message).split('\n')[0]})`);
    }
    if (answer.requests && answer.requests.length !== reference.requests.length) {
      said.push(`${answer.requests.length} requests (${names(answer)}), ours ${reference.requests.length} (${names(reference)})`);
    }
    for (const text of said) console.log(`${scenario.name}/${operation.name}: ${name}: ${text}`);
  }
}

function names(answer) {
  return answer.requests.map(request => request.subgraph).sort().join(' ');
}

function plain(value) {
  return value === undefined ? value : JSON.parse(JSON.stringify(value));
}

function table(rows) {
  const gateways = ['ours', 'Apollo', 'Hive'];
  const of = (row, name) => row.answers[name] ?? (name === 'ours' ? row.answers['ours from ready'] : undefined);
  const right = (row, name) => of(row, name) && canonical(of(row, name).data ?? null) === canonical(of(row, 'ours').data ?? null);
  const count = (row, name) => (of(row, name) ? `${of(row, name).requests.length}${right(row, name) ? '' : ' (another answer)'}` : '–');
  const shared = rows.filter(row => gateways.every(name => right(row, name)));
  const total = (name, some) => some.reduce((sum, row) => sum + (of(row, name)?.requests.length ?? 0), 0);
  const bold = (row, name) => (name === 'ours' && gateways.some(peer => right(row, peer) && of(row, peer).requests.length < of(row, name).requests.length) ? `**${count(row, name)}**` : count(row, name));
  return [
    '# Requests to subgraphs',
    '',
    'Written by `node compare.mjs`: how many requests each gateway sends to subgraphs for each operation of our scenarios. Bold:',
    'a peer that answers the same sends fewer. A dash: the peer cannot be started, because no composition takes the subgraphs.',
    '',
    `| scenario | operation | ${gateways.join(' | ')} |`,
    '|---|---|---:|---:|---:|',
    ...rows.map(row => `| ${row.scenario} | ${row.operation} | ${gateways.map(name => bold(row, name)).join(' | ')} |`),
    `| **all ${rows.length}** | | ${gateways.map(name => total(name, rows)).join(' | ')} |`,
    `| **the ${shared.length} that all answer alike** | | ${gateways.map(name => total(name, shared)).join(' | ')} |`,
    '',
  ].join('\n');
}
