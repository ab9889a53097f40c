// Two federated services: "prices" has a subscription, "names" adds a field to what it tells of.
import { createServer } from 'node:http';
import { buildSchema, execute, parse, subscribe, validate } from 'graphql';
import { createHandler } from 'graphql-sse/lib/use/http';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])\n';
const MACHINERY = 'scalar _Any type _Service { sdl: String } union _Entity = Product\n'
  + 'extend type Query { _service: _Service! _entities(representations: [_Any!]!): [_Entity]! }';
const PRICES = 'type Query { none: Int } type Product @key(fields: "sku") { sku: ID! price: Int }\n'
  + 'type Subscription { prices(upTo: Int!): Product endless: Product failing: Product }';
const NAMES = 'type Query { version: Int } type Product @key(fields: "sku") { sku: ID! name: String }';

/** How subscriptions ended at "prices". */
export const ends = [];

async function* counted(upTo) {
  let by = 'the client';
  try {
    for (let i = 1; i <= upTo; i++) yield { sku: String(i), price: 10 * i };
    if (upTo === Infinity) await new Promise(() => {});
    by = 'the service';
  } finally {
    ends.push(by);
  }
}

/** One event, then nothing until the client has had enough. */
function endless() {
  let told = false;
  let stop;
  return {
    [Symbol.asyncIterator]() { return this; },
    next() {
      if (told) return new Promise((resolve) => { stop = resolve; });
      told = true;
      return Promise.resolve({ value: { sku: '1', price: 10 }, done: false });
    },
    return() {
      ends.push('the client');
      stop?.({ value: undefined, done: true });
      return Promise.resolve({ value: undefined, done: true });
    },
  };
}

function schemaOf(sdl, more) {
  const schema = buildSchema(sdl.replace('@key(fields: "sku")', '') + MACHINERY);
  const query = schema.getQueryType().getFields();
  query._service.resolve = () => ({ sdl: LINK + sdl });
  query._entities.resolve = (_, { representations }) => representations;
  more(schema);
  return schema;
}

const prices = schemaOf(PRICES, (schema) => {
  const fields = schema.getSubscriptionType().getFields();
  const itself = (event) => event;
  Object.assign(fields.prices, { subscribe: (_, { upTo }) => counted(upTo), resolve: itself });
  Object.assign(fields.endless, { subscribe: endless, resolve: itself });
  Object.assign(fields.failing, { subscribe: () => { throw new Error('no prices today'); }, resolve: itself });
});
const names = schemaOf(NAMES, (schema) => {
  schema.getType('Product').getFields().name.resolve = ({ sku }) => `name of ${sku}`;
});

async function plain(schema, request, response) {
  let body = '';
  for await (const part of request) body += part;
  const { query, variables } = JSON.parse(body);
  const document = parse(query);
  const errors = validate(schema, document);
  const answer = errors.length ? { errors } : await execute({ schema, document, variableValues: variables });
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
}

const listening = (server) => new Promise((resolve) => server.listen(0, () => resolve(server.address().port)));

/** "prices", by graphql-sse's and graphql-ws's own servers; "names". Answers their ports. */
export async function startServices() {
  const sse = createHandler({ schema: prices, execute, subscribe });
  const server = createServer((request, response) =>
    (request.headers.accept ?? '').includes('text/event-stream')
      ? sse(request, response)
      : plain(prices, request, response));
  useServer({ schema: prices, execute, subscribe }, new WebSocketServer({ server, path: '/graphql' }));
  return {
    prices: await listening(server),
    names: await listening(createServer((request, response) => plain(names, request, response))),
  };
}
