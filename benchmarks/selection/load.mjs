// Fills what the services' own registrations have made: load.mjs SUPERUSER_URL DATABASE RECORDS definitions.json PORTS data.sql
// Tables, policies, keys and indexes are theirs; indexes that belong to no constraint are made again after the rows are there.
import { readFileSync } from 'node:fs';
import { ask, client, done, token } from './database.mjs';

const [superuser, name, records, definitionsFile, portsJson, dataFile] = process.argv.slice(2);
const ports = JSON.parse(portsJson);
const url = `${superuser}/${name}`;
const began = Date.now();
const say = text => console.error(`${((Date.now() - began) / 1000).toFixed(0).padStart(4)} s  ${text}`);

const definitions = JSON.parse(readFileSync(definitionsFile, 'utf8'));
const admin = token('admin', ['ADMIN']);
const registered = async (port, mutation, input) => {
  const { answer } = await ask(port, `mutation ($input: ${mutation[0].toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { __typename } }`, { input }, admin);
  if (answer.errors) throw new Error(`${mutation}: ${JSON.stringify(answer.errors)}`);
};
await registered(ports.metadata, 'registerSchema', definitions.schema);
for (const { release, ...hook } of definitions.hooks) await registered(ports.features, 'registerHook', hook);
for (const vector of definitions.vectors) await registered(ports.search, 'registerVector', { ...vector, dimension: 64 });
say('registered');

const SETTINGS = `SET session_replication_role = replica; SET synchronous_commit = off; SET maintenance_work_mem = '2GB'; SET work_mem = '512MB'; SET max_parallel_maintenance_workers = 1; SET statement_timeout = 0`;
const run = async (title, statements) => {
  const connection = await client(url);
  await connection.query(SETTINGS);
  for (const statement of statements) await connection.query(statement);
  await connection.end();
  say(title);
};
const database = await client(url);
const indexes = (await database.query(`SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS ddl, pg_relation_size(i.indexrelid) AS size, n.nspname AS schema
  FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname IN ('records', 'metadata', 'features', 'search') AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.indexrelid)`)).rows;
for (const index of indexes) await database.query(`DROP INDEX ${index.name}`);

const steps = new Map(readFileSync(dataFile, 'utf8').replaceAll(':records', records).split(/^-- step /m).slice(1)
  .map(text => [text.slice(0, text.indexOf('\n')), text.slice(text.indexOf('\n'))]));
const step = title => run(title, [steps.get(title)]);
await step('helpers');
await step('records');
await Promise.all([step('features'), step('metadata').then(() => step('vectors')).then(() => step('documents'))]);
await run('dropped the helpers', ['DROP SCHEMA bench CASCADE']);
const vector = indexes.filter(index => index.ddl.includes('hnsw')), others = indexes.filter(index => !index.ddl.includes('hnsw'));
await Promise.all([run('vector indexes', vector.map(index => index.ddl)), run('other indexes', others.map(index => index.ddl))]);
await database.query(`DO $$ BEGIN CREATE ROLE selection_reader LOGIN PASSWORD 'bench'; EXCEPTION WHEN duplicate_object THEN NULL; END $$`);
await database.query('GRANT records_service, metadata_service, features_service, search_service TO selection_reader');
await database.query(`GRANT CONNECT ON DATABASE ${name} TO selection_reader`);
await database.query('VACUUM ANALYZE');
await database.query(`COMMENT ON DATABASE ${name} IS 'loaded'`);
const { rows: [{ size }] } = await database.query('SELECT pg_size_pretty(pg_database_size(current_database())) AS size');
say(`${records} records, ${size}`);
await database.end();
done();
