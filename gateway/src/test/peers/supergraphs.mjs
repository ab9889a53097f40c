// usage: npm install && node supergraphs.mjs [case ...]
// Composes every case of ../resources/composition with other compositions, old and new, and keeps what they write in
// the case's folder peers/, where CompositionPeersTest reads it. What two versions write alike is kept once.
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'graphql';

const root = path.join(import.meta.dirname, '../resources/composition');
const wanted = process.argv.slice(2);
const text = supergraph => supergraph.replace(/\s+/g, ' ');

const since = { interfaceObject: 3, authenticated: 5, requiresScopes: 5, policy: 6, context: 8, fromContext: 8, cost: 9, listSize: 9, cacheTag: 12 };
const newest = { 'apollo-2.0': 0, 'apollo-2.3': 3, 'apollo-2.5': 5, 'apollo-2.9': 9, 'guild-0.1': 3, 'guild-0.14': 6 };

// what the case would have been written as when that version was new; it refuses what it cannot know anyway
function asOf(peer, sdl) {
  const minor = newest[peer] ?? 99;
  return sdl.replace(/@link\(\s*url:\s*"https:\/\/specs\.apollo\.dev\/federation\/v2\.(\d+)"[^)]*\)/g, (link, version) => Number(version) <= minor ? link
    : link.replace(`v2.${version}`, `v2.${minor}`).replace(/"@(\w+)",?\s*/g, (entry, directive) => (since[directive] ?? 0) <= minor ? entry : ''));
}

const peers = {
  'apollo-1': 'apollo-1',
  'apollo-2.0': './first/node_modules/@apollo/composition/dist/index.js',
  'apollo-2.3': 'apollo-2.3',
  'apollo-2.5': 'apollo-2.5',
  'apollo-2.9': 'apollo-2.9',
  'apollo-2.11': 'apollo-2.11',
  'apollo-2.14': '@apollo/composition',
  'guild-0.1': 'guild-0.1',
  'guild-0.14': 'guild-0.14',
  'guild-0.27': '@theguild/federation-composition',
};

const modules = {};
for (const [name, id] of Object.entries(peers)) modules[name] = await import(id);

for (const name of fs.readdirSync(root).sort()) {
  const folder = path.join(root, name);
  if (wanted.length && !wanted.includes(name)) continue;
  if (!fs.existsSync(path.join(folder, 'supergraph.graphqls'))) continue;
  const sources = fs.readdirSync(path.join(folder, 'subgraphs')).sort().map(file => ({
    name: file.replace('.graphqls', ''),
    url: `http://${file.replace('.graphqls', '')}/graphql`,
    sdl: fs.readFileSync(path.join(folder, 'subgraphs', file), 'utf8'),
  }));
  const kept = new Map();
  fs.rmSync(path.join(folder, 'peers'), { recursive: true, force: true });
  const said = [];
  for (const [peer, module] of Object.entries(modules)) {
    if (peer === 'apollo-1' && sources.some(source => source.sdl.includes('@link'))) continue;
    let supergraph;
    let why;
    try {
      const subgraphs = sources.map(source => ({ name: source.name, url: source.url, typeDefs: parse(asOf(peer, source.sdl)) }));
      const result = peer === 'apollo-1' ? module.composeAndValidate(subgraphs) : module.composeServices(subgraphs);
      supergraph = result.supergraphSdl;
      why = result.errors?.[0]?.message ?? '';
    } catch (thrown) {
      why = thrown.message;
    }
    if (!supergraph) {
      // an old version that does not know what the case is about, most often
      said.push(`\n  -${peer}: ${why.split('\n')[0]}`);
      continue;
    }
    if (!kept.has(text(supergraph))) {
      kept.set(text(supergraph), peer);
      fs.mkdirSync(path.join(folder, 'peers'), { recursive: true });
      fs.writeFileSync(path.join(folder, 'peers', `${peer}.graphqls`), supergraph.trimEnd() + '\n');
      said.push(`+${peer}`);
    }
  }
  console.log(`${name}: ${said.join(' ')}`);
}
