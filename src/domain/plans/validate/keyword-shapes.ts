import {groupBy} from '../../group-by';
import {isJsonObject, type JsonValue} from '../../json/json-value';
import {findNearName} from '../near-name';
import type {SchemaDraft} from './schema-draft';

/** The type of a JSON Schema keyword's value; the walk over a schema depends on it. */
export type KeywordShape =
  | {holds: 'schema'}
  | {holds: 'schema or list'}
  | {holds: 'list of schemas'}
  | {holds: 'map of schemas'}
  | {holds: 'map of schemas or names'}
  | {holds: 'value'; expected: string; accepts(value: JsonValue, draft: SchemaDraft): boolean};

const schema: KeywordShape = {holds: 'schema'};
const list: KeywordShape = {holds: 'list of schemas'};
const map: KeywordShape = {holds: 'map of schemas'};

const isNames = (value: JsonValue) =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string');

function value(expected: string, accepts: (value: JsonValue, draft: SchemaDraft) => boolean): KeywordShape {
  return {holds: 'value', expected, accepts};
}

const count = value(
  'a whole number from 0',
  (entry) => typeof entry === 'number' && entry >= 0 && Number.isInteger(entry),
);
const number = value('a number', (entry) => typeof entry === 'number');
const text = value('a text', (entry) => typeof entry === 'string');
/** The types of JSON Schema. */
export const schemaTypes: ReadonlySet<string> = new Set([
  'null',
  'boolean',
  'number',
  'integer',
  'string',
  'object',
  'array',
]);
/** A separate limit since draft 6; before, a boolean for `minimum` or `maximum`. */
const exclusive = value('a number, or true or false in draft 4', (entry, draft) =>
  draft === '04' ? typeof entry === 'boolean' : typeof entry === 'number',
);

/** JSON Schema Validation and Core, drafts 4 to 2020-12. For keywords that are missing here nothing is checked. */
export const keywordShapes: ReadonlyMap<string, KeywordShape> = new Map<string, KeywordShape>([
  ['additionalProperties', schema],
  ['additionalItems', schema],
  ['contains', schema],
  ['else', schema],
  ['if', schema],
  ['items', {holds: 'schema or list'}],
  ['not', schema],
  ['propertyNames', schema],
  ['then', schema],
  ['unevaluatedItems', schema],
  ['unevaluatedProperties', schema],
  ['allOf', list],
  ['anyOf', list],
  ['oneOf', list],
  ['prefixItems', list],
  ['$defs', map],
  ['definitions', map],
  ['dependentSchemas', map],
  ['patternProperties', map],
  ['properties', map],
  ['dependencies', {holds: 'map of schemas or names'}],
  [
    'dependentRequired',
    value(
      'an object of lists of names',
      (entry) => isJsonObject(entry) && Object.values(entry).every(isNames),
    ),
  ],
  ['enum', value('a list', (entry) => Array.isArray(entry))],
  ['exclusiveMaximum', exclusive],
  ['exclusiveMinimum', exclusive],
  ['format', text],
  ['maxContains', count],
  ['maxItems', count],
  ['maxLength', count],
  ['maxProperties', count],
  ['maximum', number],
  ['minContains', count],
  ['minItems', count],
  ['minLength', count],
  ['minProperties', count],
  ['minimum', number],
  ['multipleOf', value('a number above 0', (entry) => typeof entry === 'number' && entry > 0)],
  ['pattern', text],
  ['required', value('a list of names', isNames)],
  ['type', value('a type, or a list of types', (entry) => typeof entry === 'string' || isNames(entry))],
  ['uniqueItems', value('true or false', (entry) => typeof entry === 'boolean')],
  ['$ref', text],
  ['$dynamicRef', text],
  ['$recursiveRef', text],
  ['$anchor', text],
  ['$dynamicAnchor', text],
]);

const from = (...drafts: SchemaDraft[]): ReadonlySet<SchemaDraft> => new Set(drafts);
const fromDraft7 = from('07', '2019-09', '2020-12');
const from2019 = from('2019-09', '2020-12');

/** Keywords that not every draft has, with the drafts in which they have an effect. */
const draftsOf: ReadonlyMap<string, ReadonlySet<SchemaDraft>> = new Map([
  ['additionalItems', from('04', '06', '07', '2019-09')],
  ['const', from('06', '07', '2019-09', '2020-12')],
  ['if', fromDraft7],
  ['then', fromDraft7],
  ['else', fromDraft7],
  ['dependentRequired', from2019],
  ['dependentSchemas', from2019],
  ['unevaluatedItems', from2019],
  ['unevaluatedProperties', from2019],
  ['prefixItems', from('2020-12')],
]);

/** Whether a keyword with this value has an effect in the draft. A list in `items` became `prefixItems` in 2020. */
export function hasEffect(key: string, value: JsonValue, draft: SchemaDraft): boolean {
  if (key === 'items' && draft === '2020-12') return !Array.isArray(value);
  return draftsOf.get(key)?.has(draft) ?? true;
}

/** All keywords that are checked. */
export const keywords: ReadonlySet<string> = new Set([...keywordShapes.keys(), ...draftsOf.keys()]);

/** Keywords that only describe, in every draft. */
export const annotations: ReadonlySet<string> = new Set([
  '$comment',
  '$id',
  '$schema',
  'default',
  'description',
  'examples',
  'id',
  'title',
]);

const byFirst = groupBy([...keywords], toFirst);

function toFirst(key: string): string {
  return key.charAt(0).toLowerCase();
}

/** The keyword that an unknown one was probably meant to be; null if there is none. A plan has many of its own. */
export function findNearKeyword(key: string): string | null {
  const isKnown = keywords.has(key) || annotations.has(key) || foreignKeywords.has(key);
  return isKnown ? null : findNearName(key, byFirst.get(toFirst(key)) ?? []);
}

/** Internal keywords of the validator that a plan must not use. */
export const foreignKeywords: ReadonlySet<string> = new Set([
  'errorMessages',
  'oneOfProperty',
  'patternExample',
  'propertyDependencies',
  'regexFlags',
]);
