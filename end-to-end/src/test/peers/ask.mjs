// Composes the archive's subgraphs with other compositions and asks another gateway over each result.
// Reads {"token", "query", "subgraphs": [{"name", "url"}]}, writes {"apollo": answer, "guild": answer}.
import { readFileSync } from 'node:fs';
import { parse } from 'graphql';
import * as apollo from '@apollo/composition';
import * as guild from '@theguild/federation-composition';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';

const { token, query, subgraphs } = JSON.parse(readFileSync(0, 'utf8'));
const authorization = `Bearer ${token}`;

const services = await Promise.all(subgraphs.map(async ({ name, url }) => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({ query: '{ _service { sdl } }' }),
  });
  const { data } = await answer.json();
  return { name, url, typeDefs: parse(data._service.sdl) };
}));

class AuthorizedSource extends RemoteGraphQLDataSource {
  willSendRequest({ request }) {
    request.http.headers.set('authorization', authorization);
  }
}

async function ask({ errors, supergraphSdl }) {
  if (errors?.length) {
    return { composition: errors.map(error => error.message) };
  }
  const logger = { debug() {}, info() {}, warn: console.error, error: console.error };
  const server = new ApolloServer({
    gateway: new ApolloGateway({ supergraphSdl, logger, buildService: ({ url }) => new AuthorizedSource({ url }) }),
    logger,
  });
  await server.start();
  const { body } = await server.executeOperation({ query });
  await server.stop();
  return { data: body.singleResult.data, errors: body.singleResult.errors };
}

console.log(JSON.stringify({
  apollo: await ask(apollo.composeServices(services)),
  guild: await ask(guild.composeServices(services)),
}));
