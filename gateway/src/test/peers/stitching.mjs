// usage: node stitching.mjs CASES_FOLDER [NAME[:VARIANT] ...] [--keep FOLDER]
// Runs recorded stitching cases against our gateway. CASES_FOLDER has golden/NAME.json, serve.mjs and verify.mjs: services that know
// nothing of federation, how graphql-tools stitches them, and what has to be answered. The golden's neutral merge configuration becomes
// our gateway.yaml (kept in FOLDER, for reading), services and gateway are started, and verify.mjs asks.
// The gateway is `./weft gateway`, or what GATEWAY says: GATEWAY="java -cp ... io.weft.gateway.command.Command gateway".
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const [cases, ...rest] = process.argv.slice(2);
if (!cases) {
  console.error('usage: node stitching.mjs CASES_FOLDER [NAME[:VARIANT] ...] [--keep FOLDER]');
  process.exit(2);
}
const keepAt = rest.indexOf('--keep');
const keep = keepAt < 0 ? fs.mkdtempSync(path.join(os.tmpdir(), 'stitching-')) : rest.splice(keepAt, 2)[1];
const gateway = (process.env.GATEWAY ?? path.join(import.meta.dirname, '../../../../weft') + ' gateway').split(' ');
const port = Number(process.env.PORT ?? 4699);

const golden = name => JSON.parse(fs.readFileSync(path.join(cases, 'golden', `${name}.json`)));
const known = fs.readdirSync(path.join(cases, 'golden'))
  .map(file => file.replace('.json', ''))
  .filter(name => golden(name).queries);
const wanted = (rest.length ? rest : known).flatMap(word => {
  const [name, variant] = word.split(':');
  return (variant ? [variant] : Object.keys(golden(name).variants)).map(each => ({ name, variant: each }));
});

// JSON is YAML
const schema = subgraph => ({ introspection: 'introspection', sdlField: { field: '_sdl' }, federation: 'service' })[subgraph.schemaFrom];

// the golden names graphql-tools' classes
function transform({ kind, map, remove, ...rest }) {
  const renamed = {
    RenameTypesMap: 'renameTypes', RenameObjectFields: 'renameFields', RenameRootFieldsMap: 'renameRootFields', RenameObjectFieldArguments: 'renameArguments',
    RenameInputObjectFields: 'renameInputFields', TransformEnumValues: 'renameEnumValues',
  }[kind];
  if (renamed) return { [renamed]: map };
  const filtered = { FilterTypes: 'filterTypes', FilterObjectFields: 'filterFields', FilterRootFields: 'filterRootFields' }[kind];
  if (filtered) return { [filtered]: { exclude: remove } };
  if (kind === 'HoistField') return { hoistField: rest };
  throw new Error(`no transform for ${kind}`);
}

function configuration(name, variant) {
  const { subgraphs, variants, services } = golden(name);
  return {
    port,
    host: '127.0.0.1',
    introspection: true,
    'propagate-headers': golden(name).forwardHeaders ?? [],
    resilience: { circuit: { 'minimum-calls': 1000000 } },
    // the services count what they are asked
    reload: { 'introspection-interval': '1h' },
    subgraphs: (variants[variant]?.subgraphs ?? subgraphs).map(subgraph => ({
      name: subgraph.name,
      url: subgraph.url ?? services[subgraph.service].url,
      required: true,
      schema: schema(subgraph),
      ...(subgraph.transforms ? { transforms: subgraph.transforms.map(transform) } : {}),
      ...(subgraph.merge ? { merge: subgraph.merge } : {}),
    })),
  };
}

async function answers(url) {
  for (let attempt = 0; attempt < 3000; attempt++) {
    try {
      const response = await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"query":"{__typename}"}' });
      if (response.ok) return;
    } catch {
      // not yet
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error(`${url} does not answer`);
}

const ended = child => new Promise(resolve => (child.exitCode === null ? child.on('exit', resolve) : resolve()));

let failures = 0;
for (const { name, variant } of wanted) {
  const folder = path.join(keep, `${name}-${variant}`);
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'gateway.yaml');
  fs.writeFileSync(file, JSON.stringify(configuration(name, variant), null, 2) + '\n');
  const log = fs.openSync(path.join(folder, 'gateway.log'), 'w');
  const services = spawn('node', ['serve.mjs', name], { cwd: cases, stdio: 'ignore' });
  const serving = spawn(gateway[0], [...gateway.slice(1), '--config', file], { stdio: ['ignore', log, log] });
  try {
    const url = `http://127.0.0.1:${port}/graphql`;
    await Promise.race([
      answers(url),
      ended(serving).then(() => { throw new Error(`the gateway ended: see ${folder}/gateway.log`); }),
      ended(services).then(() => { throw new Error('the services ended: are their ports taken?'); }),
    ]);
    const verified = spawnSync('node', ['verify.mjs', name, url, '--variant', variant, '--strict-paths'], { cwd: cases, encoding: 'utf8' });
    fs.writeFileSync(path.join(folder, 'verify.txt'), verified.stdout + verified.stderr);
    console.log(verified.status === 0 ? verified.stdout.trim().split('\n').at(-1) : verified.stdout.split('\n').filter(line => !line.startsWith('ok ')).join('\n') + verified.stderr);
    failures += verified.status === 0 ? 0 : 1;
  } catch (problem) {
    console.log(`${name} [${variant}]: ${problem.message}`);
    failures++;
  } finally {
    serving.kill();
    services.kill();
    await Promise.all([ended(serving), ended(services)]);
  }
}
console.log(failures ? `${failures} of ${wanted.length} failed; see ${keep}` : `all ${wanted.length} passed`);
process.exit(failures ? 1 : 0);
