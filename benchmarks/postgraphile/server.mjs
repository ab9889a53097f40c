// PostGraphile as its manual sets it up for speed: production mode, a fixed pool, the caller's settings per request.
import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { PostGraphileConnectionFilterPreset } from 'postgraphile-plugin-connection-filter';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';

const [connectionString, schema, port, watch] = process.argv.slice(2);
const pgl = postgraphile({
  extends: [PostGraphileAmberPreset, PostGraphileConnectionFilterPreset],
  disablePlugins: ['MutationPlugin'],
  pgServices: [makePgService({ connectionString, schemas: [schema], poolConfig: { max: 10 }, superuserConnectionString: process.env.SUPERUSER_URL })],
  grafserv: { watch: watch === 'watch', graphiql: false, graphqlPath: '/graphql' },
  grafast: { explain: false, context: () => ({ pgSettings: { 'weft.user_id': '', 'weft.role_rank': '0' } }) },
});
const server = createServer();
await pgl.createServ(grafserv).addTo(server);
server.listen(Number(port), '127.0.0.1', () => console.log('listening'));
