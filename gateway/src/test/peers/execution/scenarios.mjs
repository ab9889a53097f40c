// The folders of ../../resources/scenarios, and their subgraphs as servers on one port.
import { composeServices } from '@apollo/composition';
import * as guild from '@theguild/federation-composition';
import { parse } from 'graphql';
import { createYoga } from 'graphql-yoga';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { subgraphSchema, World } from './world.mjs';

const root = process.env.SCENARIOS ?? path.join(import.meta.dirname, '../../resources/scenarios');
const read = file => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined);

export function scenarios(wanted = []) {
  return fs.readdirSync(root).sort()
    .filter(name => fs.existsSync(path.join(root, name, 'data.json')))
    .filter(name => !fs.existsSync(path.join(root, name, 'stitching.yaml')))
    .filter(name => !wanted.length || wanted.includes(name))
    .map(name => {
      const folder = path.join(root, name);
      const files = fs.readdirSync(folder);
      return {
        name,
        folder,
        data: JSON.parse(read(path.join(folder, 'data.json'))),
        ready: read(path.join(folder, 'supergraph.graphqls')),
        subgraphs: fs.readdirSync(path.join(folder, 'subgraphs')).sort().map(file => ({
          name: file.replace('.graphqls', ''),
          file: path.join(folder, 'subgraphs', file),
          sdl: read(path.join(folder, 'subgraphs', file)),
        })),
        operations: files.filter(file => file.endsWith('.graphql')).sort().map(file => ({
          name: file.replace('.graphql', ''),
          query: read(path.join(folder, file)),
          variables: JSON.parse(read(path.join(folder, file.replace('.graphql', '.variables.json'))) ?? '{}'),
        })),
      };
    });
}

/** Serves every subgraph at /SCENARIO/SUBGRAPH and keeps what each was asked. */
export async function serve(all) {
  const yogas = new Map();
  let log = [];
  for (const scenario of all) {
    const world = new World(scenario.data);
    for (const subgraph of scenario.subgraphs) {
      const at = `/${scenario.name}/${subgraph.name}`;
      const schema = subgraphSchema(subgraph.name, subgraph.sdl, world);
      yogas.set(at, createYoga({ schema, graphqlEndpoint: at, maskedErrors: false, logging: false, landingPage: false, graphiql: false }));
    }
  }
  const server = http.createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    log.push({ subgraph: request.url.split('/').at(-1), body: JSON.parse(body || '{}') });
    const yoga = yogas.get(request.url);
    const answer = await yoga.fetch(`http://localhost${request.url}`, { method: request.method, headers: request.headers, body });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') });
    response.end(await answer.text());
  });
  server.keepAliveTimeout = 600_000;
  await new Promise(resolve => server.listen(Number(process.env.SUBGRAPHS_PORT ?? 0), '127.0.0.1', resolve));
  const port = server.address().port;
  for (const scenario of all) {
    for (const subgraph of scenario.subgraphs) subgraph.url = `http://127.0.0.1:${port}/${scenario.name}/${subgraph.name}`;
  }
  return {
    takeLog() {
      const taken = log;
      log = [];
      return taken;
    },
    close: () => server.close(),
  };
}

/** What the compositions make of a scenario: supergraphs by composition, the schema of clients, who refuses. */
export function compose(scenario) {
  const composed = { supergraphs: {}, refusals: {} };
  if (scenario.ready) {
    composed.supergraphs.ready = atUrls(scenario.ready, scenario);
    return composed;
  }
  const services = scenario.subgraphs.map(subgraph => ({ name: subgraph.name, url: subgraph.url, typeDefs: parse(subgraph.sdl) }));
  for (const [name, make] of Object.entries({
    apollo: () => {
      const result = composeServices(services);
      composed.api = result.schema?.toAPISchema().toGraphQLJSSchema();
      return { sdl: result.supergraphSdl, errors: result.errors };
    },
    guild: () => {
      const result = guild.composeServices(services);
      return { sdl: result.supergraphSdl, errors: guild.compositionHasErrors(result) ? result.errors : undefined };
    },
  })) {
    try {
      const result = make();
      if (result.errors?.length) composed.refusals[name] = result.errors[0].message;
      else composed.supergraphs[name] = result.sdl;
    } catch (thrown) {
      composed.refusals[name] = thrown.message;
    }
  }
  return composed;
}

function atUrls(sdl, scenario) {
  return sdl.replace(/@join__graph\(name: "([^"]+)", url: "[^"]*"\)/g, (_, name) =>
    `@join__graph(name: "${name}", url: "${scenario.subgraphs.find(subgraph => subgraph.name === name).url}")`);
}
