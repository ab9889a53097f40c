// usage: npm install && node selection.mjs
// Composes the services of SupergraphsOfOthersTest with other compositions and keeps what they write: the gateway must offer selections from it.
import { composeServices } from '@apollo/composition';
import * as guild from '@theguild/federation-composition';
import { parse } from 'graphql';
import fs from 'node:fs';
import path from 'node:path';

const folder = path.join(import.meta.dirname, '../resources/selection');
const services = fs.readdirSync(path.join(folder, 'subgraphs')).sort().map(file => ({
  name: file.replace('.graphqls', ''),
  url: `http://${file.replace('.graphqls', '')}`,
  typeDefs: parse(fs.readFileSync(path.join(folder, 'subgraphs', file), 'utf8')),
}));
for (const [peer, compose] of Object.entries({ apollo: composeServices, guild: guild.composeServices })) {
  const { supergraphSdl, errors } = compose(services);
  if (!supergraphSdl) throw new Error(`${peer}: ${errors.map(error => error.message).join('\n')}`);
  fs.writeFileSync(path.join(folder, 'supergraphs', `${peer}.graphqls`), supergraphSdl);
}
