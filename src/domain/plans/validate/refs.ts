import {appendToken, resolvePointer} from '../../json/json-pointer';
import {isJsonObject, type JsonObject, type JsonValue} from '../../json/json-value';
import {keywordShapes} from './keyword-shapes';
import type {SchemaDraft} from './schema-draft';
import type {SchemaProblem} from './schema-problem';

interface Ref {
  /** Pointers of the `$ref` itself, and of the schema that contains it. */
  pointer: string;
  holder: string;
  target: string;
}

interface Findings {
  refs: Ref[];
  /** The place of each anchor. */
  anchors: Map<string, string>;
  /** An identifier other than an anchor: then only the validator can resolve references. */
  hasIds: boolean;
  /** For a schema, the schemas that are applied to the same value. */
  inPlace: Map<string, string[]>;
}

/**
 * Missing or circular references, as far as they can be found without resolving identifiers. In a schema with
 * identifiers the validator finds them when it gets there. Its depth must have been checked before.
 */
export function findBadRefs(schema: JsonValue, draft: SchemaDraft): {bad: SchemaProblem[]; hasRefs: boolean} {
  const findings: Findings = {refs: [], anchors: new Map(), hasIds: false, inPlace: new Map()};
  visit(schema, '', draft, findings);
  const {refs, hasIds} = findings;
  if (hasIds) return {bad: [], hasRefs: refs.length > 0};
  const places = refs.map((ref) => ({...ref, place: resolveRef(schema, ref.target, findings)}));
  for (const {holder, place} of places) if (place !== null) addEdge(findings, holder, place);
  const bad = places.flatMap(({pointer, holder, target, place}): SchemaProblem[] => {
    if (place === null) return [{code: 'unresolved-ref', pointer, found: target}];
    return leadsTo(place, holder, findings) ? [{code: 'endless-ref', pointer, found: target}] : [];
  });
  return {bad, hasRefs: refs.length > 0};
}

/** The pointer of the schema that a reference within the document refers to; null if there is none. */
function resolveRef(schema: JsonValue, target: string, {anchors}: Findings): string | null {
  if (!target.startsWith('#')) return null;
  const fragment = decode(target.slice(1));
  const place = anchors.get(fragment) ?? fragment;
  const found = resolvePointer(schema, place);
  return typeof found === 'boolean' || isJsonObject(found) ? place : null;
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    // A single % is not an encoding, and is unchanged.
    return fragment;
  }
}

/** Whether checking a value with `from` leads to checking the same value with `to`. */
function leadsTo(from: string, to: string, {inPlace}: Findings): boolean {
  const seen = new Set<string>();
  const next = [from];
  for (let place = next.pop(); place !== undefined; place = next.pop()) {
    if (place === to) return true;
    if (seen.has(place)) continue;
    seen.add(place);
    next.push(...(inPlace.get(place) ?? []));
  }
  return false;
}

function addEdge({inPlace}: Findings, from: string, to: string): void {
  const known = inPlace.get(from);
  if (known) known.push(to);
  else inPlace.set(from, [to]);
}

const sameValue: ReadonlySet<string> = new Set(
  'allOf anyOf oneOf not if then else dependentSchemas dependencies'.split(' '),
);

function visit(schema: JsonValue, pointer: string, draft: SchemaDraft, findings: Findings): void {
  if (!isJsonObject(schema)) return;
  readIdentifiers(schema, pointer, draft, findings);
  for (const [key, value] of Object.entries(schema)) {
    const holds = keywordShapes.get(key)?.holds;
    if (holds === undefined || holds === 'value') continue;
    for (const [place, inner] of listSchemas(value, holds === 'schema', appendToken(pointer, key))) {
      if (sameValue.has(key)) addEdge(findings, pointer, place);
      visit(inner, place, draft, findings);
    }
  }
}

function listSchemas(value: JsonValue, isOne: boolean, pointer: string): [string, JsonValue][] {
  if (Array.isArray(value)) return value.map((entry, index) => [appendToken(pointer, index), entry]);
  if (isOne || pointer.endsWith('/items')) return [[pointer, value]];
  if (!isJsonObject(value)) return [];
  return Object.entries(value).map(([name, entry]) => [appendToken(pointer, name), entry]);
}

function readIdentifiers(schema: JsonObject, pointer: string, draft: SchemaDraft, findings: Findings): void {
  for (const key of ['$ref', '$dynamicRef', '$recursiveRef']) {
    const target = schema[key];
    if (!Object.hasOwn(schema, key) || typeof target !== 'string') continue;
    findings.refs.push({pointer: appendToken(pointer, key), holder: pointer, target});
  }
  for (const key of ['$anchor', '$dynamicAnchor']) {
    const anchor = schema[key];
    if (typeof anchor === 'string') findings.anchors.set(anchor, pointer);
  }
  const id = draft === '04' ? schema.id : schema.$id;
  if (typeof id !== 'string') return;
  if (id.startsWith('#')) findings.anchors.set(id.slice(1), pointer);
  else findings.hasIds = true;
}
