// usage: npm install && node compare.mjs [case ...]
// For every folder of ../resources/composition: do the peers compose or refuse it as we do, with the same codes and the
// same public schema, and can they read the supergraph we print?
import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import * as guild from '@theguild/federation-composition';
import { buildSchema, lexicographicSortSchema, parse, printSchema } from 'graphql';
import fs from 'node:fs';
import path from 'node:path';

const root = process.env.CASES ?? path.join(import.meta.dirname, '../resources/composition');
const wanted = process.argv.slice(2);
const read = file => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '');
const codes = errors => [...new Set(errors.map(e => e.extensions?.code ?? 'NO_CODE'))].sort();
const plain = sdl => printSchema(lexicographicSortSchema(buildSchema(sdl.replace(/"""[\s\S]*?"""|"[^"\n]*"\n(?=\s*\w)/g, ''), { assumeValid: true })));

let differences = 0;
for (const name of fs.readdirSync(root).sort()) {
  const folder = path.join(root, name);
  if (!fs.statSync(folder).isDirectory() || (wanted.length && !wanted.includes(name))) continue;
  const subgraphs = fs.readdirSync(path.join(folder, 'subgraphs')).sort().map(file => ({
    name: file.replace('.graphqls', ''),
    url: `http://${file.replace('.graphqls', '')}/graphql`,
    sdl: read(path.join(folder, 'subgraphs', file)),
  }));
  const errors = read(path.join(folder, 'errors.txt'));
  const ours = [...new Set([...errors.matchAll(/^([A-Z_]+)/gm)].map(m => m[1]))].sort();
  const say = (peer, text) => { differences++; console.log(`${name}: ${peer}: ${text}`); };

  const peers = {
    apollo: () => {
      const result = composeServices(subgraphs.map(s => ({ name: s.name, url: s.url, typeDefs: parse(s.sdl) })));
      return result.errors
        ? { errors: result.errors }
        : { api: printSchema(result.schema.toAPISchema().toGraphQLJSSchema()) };
    },
    guild: () => {
      const result = guild.composeServices(subgraphs.map(s => ({ name: s.name, url: s.url, typeDefs: parse(s.sdl) })));
      return guild.compositionHasErrors(result) ? { errors: result.errors } : { api: result.publicSdl };
    },
  };
  for (const [peer, compose] of Object.entries(peers)) {
    let result;
    try {
      result = compose();
    } catch (thrown) {
      say(peer, `failed: ${thrown.message}`);
      continue;
    }
    const theirs = result.errors ? codes(result.errors) : [];
    if (String(theirs) !== String(ours)) {
      say(peer, `codes ${theirs.join(' ') || 'none'}, ours ${ours.join(' ') || 'none'}`
        + (result.errors ? `\n    ${result.errors.map(e => e.message.split('\n')[0]).join('\n    ')}` : ''));
    } else if (!result.errors && plain(result.api) !== plain(read(path.join(folder, 'api.graphqls')))) {
      say(peer, `another public schema:\n${plain(result.api)}`);
    }
  }
  const supergraph = read(path.join(folder, 'supergraph.graphqls'));
  if (supergraph) {
    try {
      Supergraph.build(supergraph).subgraphs();
    } catch (thrown) {
      say('apollo', `cannot read our supergraph: ${thrown.message}`);
    }
  }
}
console.log(`${differences} differences`);
