// usage: npm install && node mutations.mjs <count> [first seed] > cases.jsonl
// Takes the subgraphs of the folders of ../resources/composition and ../resources/scenarios, changes some things in them
// at random (the same for the same seed), and writes one case a line with what @apollo/composition says of it.
// MutatedCases composes them with ours, judge.mjs compares.
import { composeServices } from '@apollo/composition';
import { parse, print, printSchema, visit, Kind } from 'graphql';
import fs from 'node:fs';
import path from 'node:path';

const [count, first] = [Number(process.argv[2] ?? 200), Number(process.argv[3] ?? 1)];
const resources = path.join(import.meta.dirname, '../resources');
const seeds = ['composition', 'scenarios']
  .flatMap(kind => fs.readdirSync(path.join(resources, kind)).map(name => path.join(resources, kind, name, 'subgraphs')))
  .filter(folder => fs.existsSync(folder))
  .sort();

/** mulberry32: small, seeded, good enough */
function random(seed) {
  let a = seed >>> 0;
  const next = () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return { below: n => Math.floor(next() * n), one: list => list[Math.floor(next() * list.length)], chance: p => next() < p };
}

const kinds = {
  objects: [Kind.OBJECT_TYPE_DEFINITION, Kind.OBJECT_TYPE_EXTENSION],
  fielded: [Kind.OBJECT_TYPE_DEFINITION, Kind.OBJECT_TYPE_EXTENSION, Kind.INTERFACE_TYPE_DEFINITION, Kind.INTERFACE_TYPE_EXTENSION],
  inputs: [Kind.INPUT_OBJECT_TYPE_DEFINITION],
  enums: [Kind.ENUM_TYPE_DEFINITION],
  unions: [Kind.UNION_TYPE_DEFINITION],
};
const own = def => def.name && !def.name.value.startsWith('_') && !/^(link|federation)__/.test(def.name.value);
const types = (doc, of) => doc.definitions.filter(def => of.includes(def.kind) && own(def));
const named = type => (type.type ? named(type.type) : type.name.value);
const name = value => ({ kind: Kind.NAME, value });
const text = value => ({ kind: Kind.STRING, value });
const argument = (key, value) => ({ kind: Kind.ARGUMENT, name: name(key), value });
const directive = (as, args = []) => ({ kind: Kind.DIRECTIVE, name: name(as), arguments: args });

/** The name by which a schema can apply one of federation's directives without importing it. */
function spelled(doc, spec) {
  const links = doc.definitions.filter(d => d.kind === Kind.SCHEMA_EXTENSION || d.kind === Kind.SCHEMA_DEFINITION)
    .flatMap(d => d.directives ?? []).filter(d => d.name.value === 'link');
  const federation = links.find(l => l.arguments.some(a => a.name.value === 'url' && /specs.apollo.dev\/federation\//.test(a.value.value)));
  if (!federation) return spec;
  const imports = federation.arguments.find(a => a.name.value === 'import')?.value.values ?? [];
  for (const i of imports) {
    if (i.kind === Kind.STRING && i.value === '@' + spec) return spec;
    if (i.kind === Kind.OBJECT) {
      const of = key => i.fields.find(f => f.name.value === key)?.value.value;
      if (of('name') === '@' + spec) return (of('as') ?? '@' + spec).slice(1);
    }
  }
  const as = federation.arguments.find(a => a.name.value === 'as')?.value.value ?? 'federation';
  return `${as}__${spec}`;
}
const add = (node, d) => { node.directives = [...(node.directives ?? []), d]; };
const remove = (list, item) => list.splice(list.indexOf(item), 1);

const mutations = {
  dropDirective(r, docs) {
    const holders = [];
    visit(r.one(docs), { enter: node => { if (node.directives?.length && node.kind !== Kind.SCHEMA_EXTENSION && node.kind !== Kind.SCHEMA_DEFINITION) holders.push(node); } });
    if (!holders.length) return false;
    const holder = r.one(holders), dropped = r.one(holder.directives);
    holder.directives = holder.directives.filter(d => d !== dropped);
  },
  addToField(r, docs) {
    const doc = r.one(docs), type = r.one(types(doc, r.chance(0.8) ? kinds.objects : kinds.fielded));
    const field = type && r.one(type.fields ?? []);
    if (!field) return false;
    const plain = ['shareable', 'external', 'inaccessible', 'authenticated'];
    const which = r.one([...plain, ...plain, 'tag', 'override', 'requires', 'provides', 'deprecated', 'requiresScopes', 'policy', 'cost']);
    const sibling = r.one(type.fields).name.value;
    const args = {
      tag: () => [argument('name', text('t'))],
      override: () => [argument('from', text(r.one(docs).subgraph)), ...(r.chance(0.3) ? [argument('label', text('percent(5)'))] : [])],
      requires: () => [argument('fields', text(sibling))],
      provides: () => {
        const target = types(doc, kinds.fielded).find(t => t.name.value === named(field.type));
        return [argument('fields', text(target ? r.one(target.fields).name.value : 'id'))];
      },
      requiresScopes: () => [argument('scopes', { kind: Kind.LIST, values: [{ kind: Kind.LIST, values: [text('s')] }] })],
      policy: () => [argument('policies', { kind: Kind.LIST, values: [{ kind: Kind.LIST, values: [text('p')] }] })],
      cost: () => [argument('weight', { kind: Kind.INT, value: '3' })],
    }[which]?.() ?? [];
    add(field, directive(which === 'deprecated' ? which : spelled(doc, which), args));
  },
  addToType(r, docs) {
    const doc = r.one(docs), type = r.one(types(doc, Object.values(kinds).flat()));
    if (!type) return false;
    const which = r.one(['key', 'key', 'shareable', 'inaccessible', 'tag', 'interfaceObject', 'extends', 'authenticated', 'external']);
    const args = which === 'tag' ? [argument('name', text('t'))]
      : which === 'key' ? [argument('fields', text(type.fields?.length ? r.one(type.fields).name.value : 'id')), ...(r.chance(0.3) ? [argument('resolvable', { kind: Kind.BOOLEAN, value: false })] : [])] : [];
    add(type, directive(spelled(doc, which), args));
  },
  addToMember(r, docs) {
    const doc = r.one(docs), type = r.one(types(doc, [...kinds.inputs, ...kinds.enums, ...kinds.fielded]));
    const members = type?.values ?? (type?.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION ? type.fields : type?.fields?.flatMap(f => f.arguments ?? []));
    if (!members?.length) return false;
    const which = r.one(['inaccessible', 'tag', 'deprecated']);
    add(r.one(members), directive(which === 'deprecated' ? which : spelled(doc, which), which === 'tag' ? [argument('name', text('t'))] : []));
  },
  nullability(r, docs) {
    const doc = r.one(docs), type = r.one(types(doc, [...kinds.fielded, ...kinds.inputs]));
    const field = type && r.one(type.fields ?? []);
    if (!field) return false;
    const holder = field.arguments?.length && r.chance(0.4) ? r.one(field.arguments) : field;
    holder.type = r.chance(0.15) ? { kind: Kind.LIST_TYPE, type: holder.type }
      : holder.type.kind === Kind.NON_NULL_TYPE ? holder.type.type : { kind: Kind.NON_NULL_TYPE, type: holder.type };
  },
  changeType(r, docs) {
    const doc = r.one(docs), type = r.one(types(doc, [...kinds.fielded, ...kinds.inputs]));
    const field = type && r.one(type.fields ?? []);
    if (!field) return false;
    const set = t => (t.type ? { ...t, type: set(t.type) } : { kind: Kind.NAMED_TYPE, name: name(r.one(['String', 'ID', 'Int', ...doc.definitions.filter(own).map(d => d.name.value)])) });
    field.type = set(field.type);
  },
  dropField(r, docs) {
    const type = r.one(types(r.one(docs), [...kinds.fielded, ...kinds.inputs]));
    if (!type?.fields?.length || type.fields.length < 2) return false;
    remove(type.fields, r.one(type.fields));
  },
  copyField(r, docs) {
    const from = r.one(docs), to = r.one(docs), type = r.one(types(from, [...kinds.fielded, ...kinds.inputs]));
    const target = type && types(to, [type.kind]).find(t => t.name.value === type.name.value);
    const field = type && r.one(type.fields ?? []);
    if (!target || !field || target.fields.some(f => f.name.value === field.name.value)) return false;
    target.fields.push(structuredClone(field));
    if (r.chance(0.4)) remove(type.fields, field);
    if (!type.fields.length) return false;
  },
  copyType(r, docs) {
    const from = r.one(docs), to = r.one(docs), type = r.one(types(from, Object.values(kinds).flat()));
    if (!type || to.definitions.some(d => d.name?.value === type.name.value)) return false;
    to.definitions.push(structuredClone(type));
  },
  dropType(r, docs) {
    const doc = r.one(docs), type = r.one(types(doc, Object.values(kinds).flat()));
    if (!type) return false;
    remove(doc.definitions, type);
  },
  members(r, docs) {
    const doc = r.one(docs);
    const union = r.one([...types(doc, kinds.unions), ...types(doc, kinds.enums)]);
    const list = union?.types ?? union?.values;
    if (!list?.length) return false;
    if (r.chance(0.6)) remove(list, r.one(list));
    else if (union.types) list.push({ kind: Kind.NAMED_TYPE, name: name(r.one(types(doc, kinds.objects)).name.value) });
    else list.push({ kind: Kind.ENUM_VALUE_DEFINITION, name: name('EXTRA'), directives: [] });
  },
  interfaces(r, docs) {
    const doc = r.one(docs), type = r.one(types(doc, kinds.fielded));
    if (!type) return false;
    if (type.interfaces?.length && r.chance(0.7)) type.interfaces = type.interfaces.slice(1);
    else {
      const contract = r.one(types(doc, [Kind.INTERFACE_TYPE_DEFINITION]));
      if (!contract) return false;
      type.interfaces = [...(type.interfaces ?? []), { kind: Kind.NAMED_TYPE, name: name(contract.name.value) }];
      if (r.chance(0.6)) contract.fields.forEach(f => { if (!type.fields.some(own => own.name.value === f.name.value)) type.fields.push({ ...structuredClone(f), directives: [] }); });
    }
  },
  interfaceField(r, docs) {
    const doc = r.one(docs), contract = r.one(types(doc, [Kind.INTERFACE_TYPE_DEFINITION]));
    const object = contract && r.one(types(doc, kinds.objects).filter(t => t.interfaces?.some(i => i.name.value === contract.name.value)));
    const field = object && r.one(object.fields);
    if (!field || contract.fields.some(f => f.name.value === field.name.value)) return false;
    contract.fields.push({ ...structuredClone(field), directives: [] });
  },
  arguments(r, docs) {
    const doc = r.one(docs), type = r.one(types(doc, kinds.fielded)), field = type && r.one(type.fields ?? []);
    if (!field) return false;
    if (field.arguments?.length && r.chance(0.5)) {
      const one = r.one(field.arguments);
      if (r.chance(0.5)) remove(field.arguments, one);
      else one.defaultValue = r.one([undefined, { kind: Kind.INT, value: '7' }, text('x'), { kind: Kind.NULL }, { kind: Kind.ENUM, value: 'A' }, { kind: Kind.OBJECT, fields: [] }]);
    } else {
      field.arguments = [...(field.arguments ?? []), { kind: Kind.INPUT_VALUE_DEFINITION, name: name('extra'), directives: [],
        type: r.chance(0.3) ? { kind: Kind.NON_NULL_TYPE, type: { kind: Kind.NAMED_TYPE, name: name('Int') } } : { kind: Kind.NAMED_TYPE, name: name(r.one(['Int', 'String'])) },
        ...(r.chance(0.4) ? { defaultValue: { kind: Kind.INT, value: '1' } } : {}) }];
    }
  },
  extend(r, docs) {
    const doc = r.one(docs), type = r.one(types(doc, kinds.objects));
    if (!type) return false;
    type.kind = type.kind === Kind.OBJECT_TYPE_DEFINITION ? Kind.OBJECT_TYPE_EXTENSION : Kind.OBJECT_TYPE_DEFINITION;
    delete type.description;
  },
  version(r, docs) {
    const doc = r.one(docs);
    if (r.chance(0.3)) {
      doc.definitions = doc.definitions.filter(d => d.kind !== Kind.SCHEMA_EXTENSION);
      return;
    }
    const version = r.one(['v2.0', 'v2.1', 'v2.2', 'v2.3', 'v2.4', 'v2.5', 'v2.6', 'v2.7', 'v2.8', 'v2.9', 'v2.10', 'v2.11']);
    let changed = false;
    visit(doc, { StringValue: node => { if (/specs.apollo.dev\/federation\/v/.test(node.value)) { node.value = `https://specs.apollo.dev/federation/${version}`; changed = true; } } });
    return changed;
  },
  linkForm(r, docs) {
    const doc = r.one(docs);
    let link;
    visit(doc, { Directive: node => { if (node.name.value === 'link' && node.arguments.some(a => a.name.value === 'url' && /apollo.dev\/federation\/v2/.test(a.value.value))) link = node; } });
    const imports = link?.arguments.find(a => a.name.value === 'import')?.value.values;
    if (!imports?.length) return false;
    const one = r.one(imports.filter(i => i.kind === Kind.STRING && i.value.startsWith('@')));
    if (!one) return false;
    const was = one.value.slice(1);
    const now = r.chance(0.5) ? `federation__${was}` : `my${was}`;
    if (now.startsWith('federation__')) remove(imports, one);
    else imports[imports.indexOf(one)] = { kind: Kind.OBJECT, fields: [
      { kind: Kind.OBJECT_FIELD, name: name('name'), value: text('@' + was) }, { kind: Kind.OBJECT_FIELD, name: name('as'), value: text('@' + now) }] };
    visit(doc, { Directive: node => { if (node.name.value === was) node.name = name(now); } });
  },
  dropSubgraph(r, docs) {
    if (docs.length < 3) return false;
    remove(docs, r.one(docs));
  },
  rootName(r, docs) {
    const doc = r.one(docs);
    if (doc.definitions.some(d => d.kind === Kind.SCHEMA_DEFINITION || d.kind === Kind.SCHEMA_EXTENSION && d.operationTypes?.length)) return false;
    const query = doc.definitions.find(d => d.name?.value === 'Query');
    if (!query) return false;
    visit(doc, { Name: { enter: node => { if (node.value === 'Query') node.value = 'RootQuery'; } } });
    const root = { kind: Kind.OPERATION_TYPE_DEFINITION, operation: 'query', type: { kind: Kind.NAMED_TYPE, name: name('RootQuery') } };
    const extension = doc.definitions.find(d => d.kind === Kind.SCHEMA_EXTENSION);
    if (extension) extension.operationTypes = [...(extension.operationTypes ?? []), root];
    else doc.definitions.push({ kind: Kind.SCHEMA_DEFINITION, directives: [], operationTypes: [root] });
  },
};

console.log = console.warn = console.error = () => {}; // composeServices prints, and stdout is for the cases
const unfrozen = node => JSON.parse(JSON.stringify(node));
const parsed = new Map();
for (const folder of seeds) {
  try {
    parsed.set(folder, fs.readdirSync(folder).sort().map(file => ({ subgraph: file.replace('.graphqls', ''), ...unfrozen(parse(fs.readFileSync(path.join(folder, file), 'utf8'), { noLocation: true })) })));
  } catch { /* a case of bad syntax has nothing to change */ }
}
const usable = [...parsed.keys()];
for (let seed = first; seed < first + count; seed++) {
  const r = random(seed);
  const folder = r.one(usable);
  const docs = structuredClone(parsed.get(folder));
  const done = [];
  const wanted = seed % 7 === 0 ? 0 : 1 + r.below(3);
  for (let tries = 0; done.length < wanted && tries < 30; tries++) {
    const which = r.one(Object.keys(mutations));
    if (mutations[which](r, docs) !== false) done.push(which);
  }
  let subgraphs;
  try {
    subgraphs = docs.map(doc => ({ name: doc.subgraph, sdl: print({ kind: Kind.DOCUMENT, definitions: doc.definitions }) }));
    subgraphs.forEach(s => parse(s.sdl));
  } catch { continue; }
  let result;
  try {
    result = composeServices(subgraphs.map(s => ({ name: s.name, url: `http://${s.name}/graphql`, typeDefs: parse(s.sdl) })));
  } catch (thrown) { result = { thrown }; }
  const apollo = result.thrown ? { thrown: String(result.thrown.message).split('\n')[0] }
    : result.errors ? { errors: result.errors.map(e => ({ code: e.extensions?.code ?? 'NO_CODE', message: e.message })) }
    : { hints: result.hints.map(h => ({ code: h.definition.code, at: h.coordinate ?? '', message: h.message })), api: printSchema(result.schema.toAPISchema().toGraphQLJSSchema()), sdl: result.supergraphSdl };
  process.stdout.write(JSON.stringify({ seed, from: path.relative(resources, folder), done, subgraphs, apollo }) + '\n');
}
