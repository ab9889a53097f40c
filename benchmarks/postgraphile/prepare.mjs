// Makes the database of a size once: prepare.mjs SUPERUSER_URL bootstrap.sql data.sql RECORDS
import { readFileSync } from 'node:fs';
import pg from 'pg';

const [url, bootstrap, data, records] = process.argv.slice(2);
const name = `bench_${records}`;
const server = new pg.Client({ connectionString: `${url}/postgres` });
await server.connect();
const ready = await server.query(`SELECT FROM pg_database d JOIN pg_shdescription s ON s.objoid = d.oid WHERE datname = $1 AND description = 'ready'`, [name]);
if (ready.rowCount === 0) {
  await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await server.query(`CREATE DATABASE ${name}`);
  const database = new pg.Client({ connectionString: `${url}/${name}` });
  await database.connect();
  await database.query(readFileSync(bootstrap, 'utf8'));
  for (const role of ['archive_owner', 'archive_service']) {
    await database.query(`DO $$ BEGIN CREATE ROLE ${role} LOGIN PASSWORD 'bench'; EXCEPTION WHEN duplicate_object THEN NULL; END $$`);
    await database.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${name} TO ${role}`);
  }
  await database.query(readFileSync(data, 'utf8').replaceAll(':records', records));
  await database.query('VACUUM ANALYZE');
  await database.end();
  await server.query(`COMMENT ON DATABASE ${name} IS 'ready'`);
}
await server.end();
