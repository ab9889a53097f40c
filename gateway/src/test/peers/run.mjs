// usage: npm install && node run.mjs [case ...]
// Can other gateways run the supergraphs that we print? For every case: Apollo's query planner is built from our SDL,
// as @apollo/gateway does, and plans a query of every root field; so is the schema that Hive's gateway stitches.
import { Supergraph, operationFromDocument } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { getStitchedSchemaFromSupergraphSdl } from '@graphql-tools/federation';
import { buildSchema, isLeafType, getNamedType, isAbstractType, isRequiredArgument, parse, validate } from 'graphql';
import fs from 'node:fs';
import path from 'node:path';

const root = process.env.CASES ?? path.join(import.meta.dirname, '../resources/composition');
const wanted = process.argv.slice(2);

// every field two levels deep, as far as no argument is required
function selection(type, depth) {
  if (isLeafType(type)) return '';
  const fields = isAbstractType(type) && !type.getFields ? [] : Object.values(type.getFields());
  const selected = fields
    .filter(field => !field.args.some(isRequiredArgument) && (depth > 0 || isLeafType(getNamedType(field.type))))
    .map(field => field.name + selection(getNamedType(field.type), depth - 1));
  return ` { ${['__typename', ...selected].join(' ')} }`;
}

let failures = 0;
let runs = 0;
for (const name of fs.readdirSync(root).sort()) {
  const file = path.join(root, name, 'supergraph.graphqls');
  if (!fs.existsSync(file) || (wanted.length && !wanted.includes(name))) continue;
  const sdl = fs.readFileSync(file, 'utf8');
  const query = buildSchema(fs.readFileSync(path.join(root, name, 'api.graphqls'), 'utf8'));
  const text = selection(query.getQueryType(), 3).trim();
  for (const [gateway, run] of Object.entries({
    apollo: () => {
      const supergraph = Supergraph.build(sdl, { supportedFeatures: null });
      const planner = new QueryPlanner(supergraph);
      const plan = planner.buildQueryPlan(operationFromDocument(supergraph.apiSchema(), parse(text)));
      if (!plan.node && text !== '{ __typename }') throw new Error('an empty plan');
    },
    hive: () => {
      const schema = getStitchedSchemaFromSupergraphSdl({ supergraphSdl: sdl });
      const errors = validate(schema, parse(text));
      if (errors.length) throw errors[0];
    },
  })) {
    runs++;
    try {
      run();
    } catch (thrown) {
      failures++;
      console.log(`${name}: ${gateway}: ${String(thrown.stack).split('\n').slice(0, 3).join('\n    ')}`);
    }
  }
}
console.log(`${runs} runs, ${failures} failures`);
process.exit(failures ? 1 : 0);
