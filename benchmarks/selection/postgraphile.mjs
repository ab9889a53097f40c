// PostGraphile over the four schemas, as its manual sets it up for speed and with smart tags that say what a user of it would: a record's
// metadata and features hang on its number, which is a key of theirs. postgraphile.mjs DATABASE_URL PORT
import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { PostGraphileConnectionFilterPreset } from 'postgraphile-plugin-connection-filter';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { jsonPgSmartTags } from 'postgraphile/utils';

const [connectionString, port, print] = process.argv.slice(2);
const ofRecord = (name, backward) => ({ name, foreignKey: `(record_number) references records.records (number)|@fieldName record|${backward}` });
const tables = {
  'records.records': { tags: { name: 'record' } },
  'metadata.bio_sample_v1': { tags: ofRecord('bio_sample', '@foreignSingleFieldName bioSample'), attribute: { certified: { tags: { behavior: '+filterBy +attribute:filterBy' } } } },
  'features.cell_classifier': { tags: ofRecord('cell_classifier', '@foreignSingleFieldName cellClassifier') },
  'features.marker_genes': { tags: ofRecord('marker_gene', '@foreignFieldName markerGenes') },
};
const pgl = postgraphile({
  extends: [PostGraphileAmberPreset, PostGraphileConnectionFilterPreset],
  plugins: [jsonPgSmartTags({ version: 1, config: { class: tables } })],
  disablePlugins: ['MutationPlugin'],
  schema: { connectionFilterRelations: true },
  pgServices: [makePgService({ connectionString, schemas: ['records', 'metadata', 'features'], poolConfig: { max: 10 } })],
  grafserv: { watch: false, graphiql: false, graphqlPath: '/graphql' },
  grafast: { explain: false, context: () => ({ pgSettings: { 'weft.user_id': '', 'weft.role_rank': '0', jit: 'off' } }) },
});
if (print) {
  const { printSchema } = await import('graphql');
  console.log(printSchema((await pgl.getSchemaResult()).schema));
  process.exit();
}
const server = createServer();
await pgl.createServ(grafserv).addTo(server);
server.listen(Number(port), '127.0.0.1', () => console.log('listening'));
