// A database of so many tables, anew: tables.mjs SUPERUSER_URL bootstrap.sql TABLES. All but the hub refer to the hub.
import { readFileSync } from 'node:fs';
import pg from 'pg';

const [url, bootstrap, tables] = process.argv.slice(2);
const name = `live_${tables}`;
const server = new pg.Client({ connectionString: `${url}/postgres` });
await server.connect();
await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
await server.query(`CREATE DATABASE ${name}`);
await server.end();
const database = new pg.Client({ connectionString: `${url}/${name}` });
await database.connect();
await database.query(readFileSync(bootstrap, 'utf8'));
for (const role of ['archive_owner', 'archive_service']) {
  await database.query(`DO $$ BEGIN CREATE ROLE ${role} LOGIN PASSWORD 'bench'; EXCEPTION WHEN duplicate_object THEN NULL; END $$`);
  await database.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${name} TO ${role}`);
}
await database.query(`
  CREATE SCHEMA archive;
  GRANT USAGE ON SCHEMA archive TO archive_service;
  ALTER DEFAULT PRIVILEGES IN SCHEMA archive GRANT SELECT ON TABLES TO archive_service;
  CREATE TABLE archive.hub (id integer PRIMARY KEY, name text);
  INSERT INTO archive.hub VALUES (1, 'one');
  DO $$ BEGIN FOR i IN 1..${Number(tables) - 1} LOOP
    EXECUTE format('CREATE TABLE archive.spoke%s (id integer PRIMARY KEY, hub_id integer NOT NULL REFERENCES archive.hub, name text, size float8, seen timestamptz)', i);
    EXECUTE format('CREATE INDEX ON archive.spoke%s (hub_id)', i);
  END LOOP; END $$`);
await database.end();
