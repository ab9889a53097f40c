// What load.mjs and measure.mjs share: clients of the database, tokens, requests.
import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import pg from 'pg';

export const SECRET = 'a secret for benchmarks, long enough for everybody';
export async function client(url, options = {}) {
  const connected = new pg.Client({ connectionString: url, ...options });
  await connected.connect();
  return connected;
}
export function token(user, roles) {
  const encode = value => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ sub: user, roles, scope: '', iat: now, exp: now + 86400 })}`;
  return `${signed}.${createHmac('sha256', SECRET).update(signed).digest('base64url')}`;
}
const agent = new Agent({ keepAlive: true });
export const done = () => agent.destroy();
export function ask(port, query, variables, bearer, headers = {}) {
  const body = JSON.stringify({ query, variables });
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint();
    const sent = request({ agent, method: 'POST', host: '127.0.0.1', port, path: '/graphql',
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...(bearer ? { authorization: `Bearer ${bearer}` } : {}), ...headers } }, answer => {
      const parts = [];
      answer.on('data', part => parts.push(part));
      answer.on('end', () => {
        const ms = Number(process.hrtime.bigint() - started) / 1e6;
        const text = Buffer.concat(parts).toString();
        try { resolve({ ms, answer: JSON.parse(text) }); } catch { reject(new Error(`${port} answered ${answer.statusCode}: ${text.slice(0, 500)}`)); }
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
