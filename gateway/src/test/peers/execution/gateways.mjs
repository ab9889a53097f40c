// The gateways that are compared. Each is asked as { query, variables } and answers { data, errors }.
import { ApolloGateway } from '@apollo/gateway';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { parse, validate } from 'graphql';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

const quiet = { debug() {}, info() {}, warn() {}, error() {}, trace() {}, child() { return quiet; } };

export async function apollo(supergraphSdl) {
  const gateway = new ApolloGateway({ supergraphSdl, logger: quiet });
  const { schema, executor } = await gateway.load();
  return {
    async ask({ query, variables, operationName }) {
      const document = parse(query);
      const errors = validate(schema, document);
      if (errors.length) return { errors };
      const answer = await executor({
        request: { query, variables, operationName, http: { headers: new Map() } },
        document, operationName: operationName ?? null, queryHash: `${Math.random()}`, source: query, schema,
        context: {}, contextValue: {}, logger: quiet, metrics: {}, cache: new Map(), overallCachePolicy: {},
      });
      return JSON.parse(JSON.stringify(answer));
    },
    close: () => gateway.stop(),
  };
}

export async function hive(supergraph) {
  const runtime = createGatewayRuntime({ supergraph, logging: false, maskedErrors: false, landingPage: false, healthCheckEndpoint: '/none', readinessCheckEndpoint: '/no' });
  return {
    async ask(request) {
      const answer = await runtime.fetch('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify(request),
      });
      return answer.json();
    },
    close: () => runtime.dispose?.(),
  };
}

/** One process of ours serves all graphs: a map of names to a configuration's text or a supergraph's. */
export async function weft(graphs) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'peers-'));
  const manifest = Object.entries(graphs).map(([name, { config, supergraph }]) => {
    const file = path.join(folder, name + (config ? '.yaml' : '.graphql'));
    fs.writeFileSync(file, config ?? supergraph);
    return config ? `${name}: ${file}` : `${name}: { supergraph: ${file}, introspection: true }`;
  });
  fs.writeFileSync(path.join(folder, 'graphs.yaml'), manifest.join('\n'));
  const command = process.env.WEFT ?? path.join(import.meta.dirname, '../../../../../weft');
  const port = await freePort();
  const child = spawn(command, ['gateway', '--manifest', path.join(folder, 'graphs.yaml'), '--port', String(port)], { stdio: ['ignore', 'pipe', 'pipe'] });
  process.on('exit', () => child.kill());
  const ended = new Promise(resolve => child.on('exit', resolve));
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', text => { printed += text; });
  const url = name => `http://127.0.0.1:${port}/${name}/graphql`;
  const health = async () => (await fetch(`http://127.0.0.1:${port}/actuator/health`)).status;
  for (let tries = 0; ; tries++) {
    if (child.exitCode !== null || tries > 3000) throw new Error(`our gateway does not start:\n${printed}`);
    if (await health().catch(() => 0)) break;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  return {
    url,
    async ask(name, request, attempts = 100) {
      const answer = await fetch(url(name), {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify(request),
      });
      const text = await answer.text();
      if (answer.status === 503 && attempts > 0) {
        await new Promise(resolve => setTimeout(resolve, 100));
        return this.ask(name, request, attempts - 1);
      }
      try {
        return JSON.parse(text);
      } catch {
        return { errors: [{ message: `${answer.status} ${text}` }] };
      }
    },
    async close() {
      child.kill();
      await ended;
      fs.rmSync(folder, { recursive: true });
    },
  };
}

async function freePort() {
  const probe = net.createServer();
  await new Promise(resolve => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address();
  await new Promise(resolve => probe.close(resolve));
  return port;
}
