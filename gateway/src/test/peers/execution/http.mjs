// usage: npm install --legacy-peer-deps && node http.mjs
// Runs the audit of the GraphQL-over-HTTP specification (npm graphql-http) against our gateway's endpoint.
import { auditServer } from 'graphql-http';
import { weft } from './gateways.mjs';
import { compose, scenarios, serve } from './scenarios.mjs';

const [scenario] = scenarios(['entity-by-key']);
const subgraphs = await serve([scenario]);
const gateway = await weft({ shop: { supergraph: compose(scenario).supergraphs.apollo } });
await gateway.ask('shop', { query: '{ __typename }' });
const results = await auditServer({ url: gateway.url('shop') });
await gateway.close();
subgraphs.close();
for (const result of results.filter(result => result.status !== 'ok')) {
  console.log(`${result.status} ${result.id} ${result.name}: ${result.reason}`);
}
console.log(`${results.filter(result => result.status === 'ok').length} of ${results.length} as the specification says`);
process.exit(results.some(result => result.status === 'error') ? 1 : 0);
