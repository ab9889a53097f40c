// The gateway between other people's clients and servers: every client with every server.
// WEFT: the command that starts it; ./weft of this clone by default.
import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deepStrictEqual } from 'node:assert';
import { setTimeout as pause } from 'node:timers/promises';
import apollo from '@apollo/client/core/core.cjs';
import { createClient as createSse } from 'graphql-sse';
import { createClient as createWs } from 'graphql-ws';
import WebSocket from 'ws';
import { ends, startServices } from './services.mjs';

const { ApolloClient, HttpLink, InMemoryCache, gql } = apollo;
const WEFT = process.env.WEFT ?? new URL('../../../../../weft', import.meta.url).pathname;
const PATIENCE = 60_000;

const freePort = () => new Promise((resolve) => {
  const probe = createServer().listen(0, () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});

async function until(what, holds) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await pause(100)) if (await holds()) return;
  throw new Error(`${what} did not come true`);
}

async function gateway(protocol, ports) {
  const file = join(mkdtempSync(join(tmpdir(), 'weft-')), 'gateway.yaml');
  const port = await freePort();
  writeFileSync(file, JSON.stringify({
    subgraphs: [
      { name: 'prices', url: `http://localhost:${ports.prices}/graphql`, subscriptions: { protocol } },
      { name: 'names', url: `http://localhost:${ports.names}/graphql` },
    ],
  }));
  const child = spawn(WEFT, ['gateway', '--config', file, '--port', String(port)], { stdio: 'ignore' });
  const url = `http://localhost:${port}/graphql`;
  await until('the gateway', () => fetch(url, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{version}"}',
  }).then((response) => response.ok, () => false));
  return { url, stop: () => child.kill() };
}

/** Each: subscribes, hands over results, answers how to go away. */
const clients = {
  'graphql-sse': (url) => {
    const client = createSse({ url, retryAttempts: 0 });
    return (query, sink) => client.subscribe({ query }, sink);
  },
  'graphql-ws': (url) => {
    const client = createWs({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket, retryAttempts: 0 });
    return (query, sink) => client.subscribe({ query }, sink);
  },
  '@apollo/client (multipart)': (url) => {
    const client = new ApolloClient({
      link: new HttpLink({ uri: url }), cache: new InMemoryCache(),
      defaultOptions: { watchQuery: { errorPolicy: 'all' } },
    });
    return (query, sink) => {
      const subscription = client.subscribe({ query: gql(query), fetchPolicy: 'no-cache', errorPolicy: 'all' })
        .subscribe({ next: sink.next, error: sink.error, complete: sink.complete });
      return () => subscription.unsubscribe();
    };
  },
};

const all = (subscribe, query) => new Promise((resolve, reject) => {
  const results = [];
  subscribe(query, {
    next: (result) => results.push(result),
    error: (error) => resolve([...results, { ended: [error].flat().map((each) => each.message) }]),
    complete: () => resolve(results),
  });
  setTimeout(() => reject(new Error(`no end of ${query}`)), PATIENCE).unref();
});

const plainly = (value) => JSON.parse(JSON.stringify(value));
const withoutTypes = (value) => JSON.parse(JSON.stringify(value, (key, each) => (key === '__typename' ? undefined : each)));

const cases = {
  async 'each event is merged, in order'(subscribe) {
    const results = await all(subscribe, 'subscription { prices(upTo: 50) { sku price name } }');
    deepStrictEqual(
      results.map((result) => withoutTypes(result.data.prices)),
      Array.from({ length: 50 }, (_, i) => ({ sku: String(i + 1), price: 10 * (i + 1), name: `name of ${i + 1}` })),
    );
    await until('the end at the service', () => ends.pop() === 'the service');
  },
  async 'the client goes, and the service is told'(subscribe) {
    await new Promise((resolve, reject) => {
      const leave = subscribe('subscription { endless { name } }', {
        next: () => { leave(); resolve(); }, error: reject, complete: () => {},
      });
    });
    await until('the end at the service', () => ends.pop() === 'the client');
  },
  async 'a service that refuses is heard'(subscribe) {
    const [only] = await all(subscribe, 'subscription { failing { name } }');
    if (!JSON.stringify(plainly(only)).includes('no prices today')) throw new Error(JSON.stringify(only));
  },
  async 'what is not valid is told'(subscribe) {
    const [only] = await all(subscribe, 'subscription { nothing }');
    if (!JSON.stringify(plainly(only)).match(/nothing/)) throw new Error(JSON.stringify(only));
  },
};

let failures = 0;
const ports = await startServices();
for (const protocol of ['sse', 'websocket']) {
  const running = await gateway(protocol, ports);
  for (const [client, connect] of Object.entries(clients)) {
    const subscribe = connect(running.url);
    for (const [name, run] of Object.entries(cases)) {
      const title = `${client} -> gateway -> ${protocol === 'sse' ? 'graphql-sse' : 'graphql-ws'}: ${name}`;
      try {
        ends.length = 0;
        await run(subscribe);
        console.log(`ok    ${title}`);
      } catch (failure) {
        failures++;
        console.log(`WRONG ${title}\n      ${failure.message}`);
      }
    }
  }
  running.stop();
}
process.exit(failures === 0 ? 0 : 1);
