// What the subgraphs of a scenario know, as `../../resources/scenarios/README.md` describes data.json, told by servers
// that are not ours: graphql-js under @apollo/subgraph. They check types and variables strictly.
import { buildSubgraphSchema } from '@apollo/subgraph';
import { getNamedType, GraphQLError, isAbstractType, isLeafType, isObjectType, parse } from 'graphql';

const isThing = value => value instanceof Thing;

class Thing {
  constructor(type, known, representation = {}) {
    Object.assign(this, { type, known, representation, __typename: type });
  }
}

export class World {
  constructor(data) {
    this.data = data;
  }

  all(type) {
    return (this.data.objects?.[type] ?? []).map(known => new Thing(type, known));
  }

  types() {
    return Object.keys(this.data.objects ?? {});
  }

  root(kind) {
    return new Thing(kind, this.data[kind] ?? {});
  }

  value(thing, field, viewer) {
    return this.#evaluate(thing, thing.known[field], viewer);
  }

  isEqual(thing, field, told) {
    return this.#same(this.#evaluate(thing, thing.known[field], { subgraph: '', args: {}, declared: '' }), told);
  }

  #evaluate(thing, node, viewer) {
    if (node === null || node === undefined) return null;
    if (Array.isArray(node)) return node.map(element => this.#evaluate(thing, element, viewer));
    if (typeof node !== 'object') return node;
    if ('$ref' in node) {
      const { $ref, ...fields } = node;
      return this.#first($ref, fields);
    }
    if ('$all' in node) return this.all(node.$all);
    if ('$find' in node) return this.#first(node.$find, viewer.args);
    if ('$error' in node) throw new GraphQLError(node.$error);
    if ('$subgraphs' in node) return this.#evaluate(thing, node.$subgraphs[viewer.subgraph], viewer);
    if ('$arguments' in node) return this.#evaluate(thing, byArguments(node.$arguments, viewer.args), viewer);
    if ('$echo' in node) return canonical(viewer.args);
    if ('$from' in node) {
      return node.$from.map(name => JSON.stringify(thing.representation[name] ?? null)).join('|');
    }
    return new Thing(node.__typename ?? viewer.declared, node);
  }

  #first(type, fields) {
    return this.all(type).find(thing =>
      Object.entries(fields).every(([name, value]) => this.isEqual(thing, name, value))) ?? null;
  }

  #same(known, told) {
    if (known === null || told === null || told === undefined) return known === (told ?? null);
    if (isThing(known) && typeof told === 'object') {
      return Object.entries(told).every(([name, value]) => name === '__typename' || this.isEqual(known, name, value));
    }
    if (Array.isArray(known) && Array.isArray(told)) {
      return known.length === told.length && known.every((element, i) => this.#same(element, told[i]));
    }
    return String(known) === String(told);
  }
}

function byArguments(cases, args) {
  const bare = Object.entries(args).map(([name, value]) => `${name}=${javaText(value)}`).join(',');
  const quoted = Object.entries(args).map(([name, value]) => `${name}=${JSON.stringify(value)}`).join(',');
  return cases[[bare, quoted].find(key => key in cases) ?? ''];
}

function javaText(value) {
  if (Array.isArray(value)) return `[${value.map(javaText).join(', ')}]`;
  if (value && typeof value === 'object') {
    return `{${Object.entries(value).map(([name, member]) => `${name}=${javaText(member)}`).join(', ')}}`;
  }
  return String(value);
}

/** Compact JSON, with sorted names. */
export function canonical(value) {
  return JSON.stringify(value, (_, member) => (member && typeof member === 'object' && !Array.isArray(member)
    ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
    : member));
}

/** Answers every field of the schema from the world, as the subgraph sees it. */
export function wire(schema, world, subgraph) {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type) && type.name !== '_Entity') {
      type.resolveType = thing => thing.type;
    }
    if (!isObjectType(type) || type.name.startsWith('_')) continue;
    const rootKind = type === schema.getQueryType() ? 'Query' : type === schema.getMutationType() ? 'Mutation' : null;
    for (const field of Object.values(type.getFields())) {
      if (field.name === '_entities' || field.name === '_service') continue;
      const declared = getNamedType(field.type);
      field.resolve = (source, args) => {
        const thing = isThing(source) || source?.known ? source : world.root(rootKind);
        const value = world.value(thing, field.name, { subgraph, args, declared: declared.name });
        return isLeafType(declared) ? plain(value) : value;
      };
    }
  }
  return schema;
}

const plain = value => (isThing(value) ? value.known : value);

/** One subgraph as @apollo/subgraph serves it. */
export function subgraphSchema(name, sdl, world) {
  const typeDefs = parse(sdl);
  const keys = keysByType(typeDefs);
  const schema = buildSubgraphSchema({ typeDefs });
  for (const [type, sets] of Object.entries(keys)) {
    const graphqlType = schema.getType(type);
    if (!graphqlType) continue;
    const apollo = { ...graphqlType.extensions.apollo };
    apollo.subgraph = { ...apollo.subgraph, resolveReference: told => entity(world, graphqlType, sets, told) };
    graphqlType.extensions = { ...graphqlType.extensions, apollo };
  }
  return wire(schema, world, name);
}

function entity(world, graphqlType, keys, representation) {
  const type = graphqlType.name;
  const candidates = world.types().includes(type) ? world.all(type) : world.types().flatMap(any => world.all(any));
  const found = candidates.find(thing => keys.some(key =>
    key.every(field => field in representation && world.isEqual(thing, field, representation[field]))));
  return found ? new Thing(isAbstractType(graphqlType) ? found.type : type, found.known, representation) : null;
}

function keysByType(document) {
  const keys = {};
  for (const definition of document.definitions) {
    for (const directive of definition.directives ?? []) {
      if (directive.name.value !== 'key') continue;
      const fields = directive.arguments.find(argument => argument.name.value === 'fields').value.value;
      const names = parse(`{${fields}}`).definitions[0].selectionSet.selections.map(field => field.name.value);
      (keys[definition.name.value] ??= []).push(names);
    }
  }
  return keys;
}
