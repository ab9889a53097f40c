// usage: node judge.mjs cases.jsonl ours.jsonl [how many to show of each kind]
// Compares what @apollo/composition (mutations.mjs) and ours (MutatedCases) say of the same cases.
import fs from 'node:fs';
import { buildSchema, lexicographicSortSchema, printSchema } from 'graphql';

const [casesFile, oursFile, show = 2] = process.argv.slice(2);
const lines = file => fs.readFileSync(file, 'utf8').trim().split('\n').map(line => JSON.parse(line));
const cases = new Map(lines(casesFile).map(c => [c.seed, c]));
const plain = sdl => printSchema(lexicographicSortSchema(buildSchema(sdl.replace(/"""[\s\S]*?"""|"[^"\n]*"\n(?=\s*\w)/g, ''), { assumeValid: true })));
const codes = errors => [...new Set(errors.map(error => error.code))].sort().join(' ');
const said = errors => errors.map(error => error.message).join('\n');
const groups = new Map();
let agreed = 0;

function kind(ours, apollo) {
  if (apollo.thrown) return [`apollo throws; ours ${ours.errors ? codes(ours.errors) : 'composes'}`, apollo.thrown];
  if (ours.errors && !apollo.errors) return [`ONLY WE REFUSE: ${codes(ours.errors)}`, said(ours.errors)];
  if (!ours.errors && apollo.errors) return [`ONLY APOLLO REFUSES: ${codes(apollo.errors)}`, said(apollo.errors)];
  if (ours.errors) return codes(ours.errors) === codes(apollo.errors) ? undefined
    : [`codes: apollo ${codes(apollo.errors)} | ours ${codes(ours.errors)}`, said(apollo.errors)];
  const [theirs, own] = [plain(apollo.api), plain(ours.api)];
  return theirs === own ? undefined
    : ['another API', theirs.split('\n').filter(line => !own.includes(line)).join('\n') + ' <> ' + own.split('\n').filter(line => !theirs.includes(line)).join('\n')];
}

for (const ours of lines(oursFile)) {
  const differs = kind(ours, cases.get(ours.seed).apollo);
  if (!differs) agreed++;
  else groups.set(differs[0], [...(groups.get(differs[0]) ?? []), { seed: ours.seed, detail: differs[1] }]);
}
console.log(`${agreed} of ${cases.size} agree`);
for (const [name, found] of [...groups].sort((a, b) => b[1].length - a[1].length)) {
  console.log(`\n${found.length} x ${name}`);
  for (const { seed, detail } of found.slice(0, Number(show))) console.log(`  [${seed}: ${cases.get(seed).from} ${cases.get(seed).done}] ${detail}`);
}
