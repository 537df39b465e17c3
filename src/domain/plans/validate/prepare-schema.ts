import {isDeeperThan} from '../../json/faults/max-depth';
import {appendToken} from '../../json/json-pointer';
import {isJsonObject, type JsonObject, type JsonValue} from '../../json/json-value';
import {quote, showValue} from '../../verdict/describe-value';
import {
  findNearKeyword,
  foreignKeywords,
  hasEffect,
  type KeywordShape,
  keywordShapes,
  keywords,
  schemaTypes,
} from './keyword-shapes';
import {findBadRefs} from './refs';
import {chooseRegexFlags} from './regex-flags';
import {isUnknownDraft, type SchemaDraft, showDraft} from './schema-draft';
import {MAX_SCHEMA_DEPTH, type SchemaProblem} from './schema-problem';
import {setOwn} from './set-own';

export interface PreparedSchema {
  /** A copy without parts that a validator cannot process. True, which accepts everything, if nothing is left. */
  schema: JsonObject | boolean;
  problems: SchemaProblem[];
}

interface Walk {
  draft: SchemaDraft;
  problems: SchemaProblem[];
  /** What has no effect although it looks as if it had one; it is not left out. */
  hints: SchemaProblem[];
  /** Missing or circular references, by the pointer of their `$ref`. */
  badRefs: ReadonlyMap<string, SchemaProblem>;
  /** Whether there are references: without any, identifiers are irrelevant and left out. */
  keepsIds: boolean;
}

/**
 * Checks a schema before it is compiled: everything malformed, unknown, rejected or unresolved becomes a problem of
 * the plan and is left out, so that the rest of the schema is still checked. Never throws.
 */
export function prepareSchema(schema: JsonValue, draft: SchemaDraft): PreparedSchema {
  if (isDeeperThan(schema, MAX_SCHEMA_DEPTH)) {
    const problem: SchemaProblem = {code: 'too-deep', pointer: '', found: String(MAX_SCHEMA_DEPTH)};
    return {schema: true, problems: [problem]};
  }
  const refs = findBadRefs(schema, draft);
  const walk: Walk = {
    draft,
    problems: [],
    hints: [],
    badRefs: new Map(refs.bad.map((problem) => [problem.pointer, problem])),
    keepsIds: refs.hasRefs,
  };
  const prepared = copySchema(schema, '', walk);
  return {
    schema: isJsonObject(prepared) ? prepared : prepared !== false,
    problems: [...walk.problems, ...walk.hints],
  };
}

/**
 * If a schema inside these accepts more than was meant, the result is inverted, so with a part left out it must not
 * be used.
 */
const turning: ReadonlySet<string> = new Set(['not', 'oneOf', 'if', 'contains']);

/** Keywords that determine what counts as "further": if one of them is left out, further members must not be rejected. */
const evaluating: ReadonlySet<string> = new Set(
  'properties patternProperties items prefixItems $ref $dynamicRef $recursiveRef allOf anyOf oneOf if'.split(
    ' ',
  ),
);
const closing = ['additionalProperties', 'unevaluatedProperties', 'additionalItems', 'unevaluatedItems'];

function copySchema(schema: JsonValue, pointer: string, walk: Walk): JsonValue {
  if (typeof schema === 'boolean') return schema;
  if (!isJsonObject(schema)) {
    walk.problems.push({code: 'not-a-schema', pointer, found: showValue(schema)});
    return true;
  }
  const copy: JsonObject = {};
  let isOpened = false;
  for (const [key, value] of Object.entries(schema)) {
    const hint = findHint(key, value, walk.draft);
    if (hint) walk.hints.push({...hint, pointer: appendToken(pointer, key)});
    if (key === '$schema' || foreignKeywords.has(key) || (isId(key) && !walk.keepsIds)) continue;
    const before = walk.problems.length;
    const kept = copyKeyword(key, value, appendToken(pointer, key), walk);
    const isHurt = walk.problems.length > before;
    if (kept !== undefined && !(isHurt && turning.has(key))) setOwn(copy, key, kept);
    if (isHurt && evaluating.has(key)) isOpened ||= !Object.hasOwn(copy, key) || hasFewer(kept, value);
  }
  if (isOpened) for (const key of closing) delete copy[key];
  const flags = chooseRegexFlags(copy);
  if (flags !== null) copy.regexFlags = flags;
  return copy;
}

function findHint(key: string, value: JsonValue, draft: SchemaDraft): Omit<SchemaProblem, 'pointer'> | null {
  const expected = showDraft(draft);
  if (key === '$schema')
    return isUnknownDraft(value) ? {code: 'unknown-draft', found: value, expected} : null;
  if (keywords.has(key))
    return hasEffect(key, value, draft)
      ? null
      : {code: 'other-draft', found: key === 'items' ? 'A list in items' : key, expected};
  const near = findNearKeyword(key);
  // A plan's own words are often near a keyword: "definition" with a sentence, or "multiple" with true.
  return near === null || !canHold(near, value, draft)
    ? null
    : {code: 'near-keyword', found: key, expected: near};
}

function canHold(keyword: string, value: JsonValue, draft: SchemaDraft): boolean {
  const shape = keywordShapes.get(keyword);
  if (!shape) return true;
  const isScalar = !isJsonObject(value) && !Array.isArray(value);
  const isSchemaLike = shape.holds === 'value' || typeof value === 'boolean' || !isScalar;
  return isSchemaLike && findFault(keyword, value, shape, draft) === null;
}

/** `id` is an identifier in draft 4 only; plans of every draft have it as their own key. */
function isId(key: string): boolean {
  return key === 'id' || key === '$id' || key === '$anchor';
}

function hasFewer(kept: JsonValue | undefined, value: JsonValue): boolean {
  return isJsonObject(kept) && isJsonObject(value) && Object.keys(kept).length < Object.keys(value).length;
}

function copyKeyword(key: string, value: JsonValue, pointer: string, walk: Walk): JsonValue | undefined {
  if (key === 'id' && (walk.draft !== '04' || typeof value !== 'string')) return undefined;
  if (key === '$id' && typeof value !== 'string') return undefined;
  const badRef = walk.badRefs.get(pointer);
  if (badRef) {
    walk.problems.push(badRef);
    return undefined;
  }
  const shape = keywordShapes.get(key);
  if (!shape) return value;
  const fault = findFault(key, value, shape, walk.draft);
  if (fault) {
    walk.problems.push({...fault, pointer});
    return undefined;
  }
  return copyBy(shape, key, value, pointer, walk);
}

function findFault(
  key: string,
  value: JsonValue,
  shape: KeywordShape,
  draft: SchemaDraft,
): Omit<SchemaProblem, 'pointer'> | null {
  const malformed = (expected: string) => ({
    code: 'malformed-keyword' as const,
    found: `${key}: ${showValue(value)}`,
    expected,
  });
  if (shape.holds === 'list of schemas') {
    return Array.isArray(value) && value.length > 0 ? null : malformed('a list of schemas');
  }
  if (shape.holds === 'map of schemas' || shape.holds === 'map of schemas or names') {
    return isJsonObject(value) ? null : malformed('an object of schemas');
  }
  if (shape.holds !== 'value') return null;
  if (!shape.accepts(value, draft)) return malformed(shape.expected);
  if (key === 'type') return findUnknownType(value);
  if (key === 'pattern' && typeof value === 'string' && chooseRegexFlags({pattern: value}) === 'refused') {
    return {code: 'refused-pattern', found: value};
  }
  return null;
}

function findUnknownType(value: JsonValue): Omit<SchemaProblem, 'pointer'> | null {
  const named = Array.isArray(value) ? value : [value];
  const unknown = named.find((type) => typeof type !== 'string' || !schemaTypes.has(type));
  return unknown === undefined ? null : {code: 'unknown-type', found: showValue(unknown)};
}

function copyBy(shape: KeywordShape, key: string, value: JsonValue, pointer: string, walk: Walk): JsonValue {
  if (shape.holds === 'value') return value;
  if (Array.isArray(value)) {
    return value.map((entry, index) => copySchema(entry, appendToken(pointer, index), walk));
  }
  if (shape.holds === 'schema' || shape.holds === 'schema or list') return copySchema(value, pointer, walk);
  const copy: JsonObject = {};
  for (const [name, entry] of Object.entries(value ?? {})) {
    const inner = appendToken(pointer, name);
    if (key === 'patternProperties' && chooseRegexFlags({pattern: name}) === 'refused') {
      walk.problems.push({code: 'refused-pattern', pointer: inner, found: name});
      continue;
    }
    const isNames = shape.holds === 'map of schemas or names' && Array.isArray(entry);
    if (isNames && !entry.every((item) => typeof item === 'string')) {
      walk.problems.push({
        code: 'malformed-keyword',
        pointer: inner,
        found: `${quote(name)}: ${showValue(entry)}`,
        expected: 'a list of names',
      });
      continue;
    }
    setOwn(copy, name, isNames ? entry : copySchema(entry, inner, walk));
  }
  return copy;
}
