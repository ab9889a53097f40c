// usage: npm install && node compose-scenarios.mjs [folder]
// Composes every folder of ../resources/scenarios with both peers and writes what they make of it as
// ../resources/supergraphs/<scenario>/supergraph-apollo.graphqls and supergraph-guild.graphqls. ScenarioExecutionTest
// starts a gateway from each and wants the same answers and requests as from our own composition.
import { composeServices } from '@apollo/composition';
import * as guild from '@theguild/federation-composition';
import { parse } from 'graphql';
import fs from 'node:fs';
import path from 'node:path';

const scenarios = path.join(import.meta.dirname, '../resources/scenarios');
const target = process.argv[2] ?? path.join(import.meta.dirname, '../resources/supergraphs');
const peers = {
  apollo: subgraphs => {
    const result = composeServices(subgraphs);
    return { sdl: result.supergraphSdl, errors: result.errors };
  },
  guild: subgraphs => {
    const result = guild.composeServices(subgraphs);
    return guild.compositionHasErrors(result) ? { errors: result.errors } : { sdl: result.supergraphSdl };
  },
};
for (const name of fs.readdirSync(scenarios).sort()) {
  const folder = path.join(scenarios, name, 'subgraphs');
  if (!fs.existsSync(folder) || ['supergraph.graphqls', 'stitching.yaml'].some(file => fs.existsSync(path.join(scenarios, name, file)))) continue;
  const subgraphs = fs.readdirSync(folder).sort().map(file => ({
    name: file.replace('.graphqls', ''),
    url: `http://${file.replace('.graphqls', '')}.test/graphql`,
    typeDefs: parse(fs.readFileSync(path.join(folder, file), 'utf8')),
  }));
  for (const [peer, compose] of Object.entries(peers)) {
    let result;
    try {
      result = compose(subgraphs);
    } catch (thrown) {
      result = { errors: [thrown] };
    }
    if (result.errors?.length) {
      console.log(`${name}: ${peer} refuses: ${result.errors.map(e => e.message.split('\n')[0]).join('; ')}`);
    } else {
      fs.mkdirSync(path.join(target, name), { recursive: true });
      fs.writeFileSync(path.join(target, name, `supergraph-${peer}.graphqls`), result.sdl);
    }
  }
}
