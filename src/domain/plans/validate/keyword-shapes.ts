import {isJsonObject, type JsonValue} from '../../json/json-value';
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

/** Internal keywords of the validator that a plan must not use. */
export const foreignKeywords: ReadonlySet<string> = new Set([
  'errorMessages',
  'oneOfProperty',
  'patternExample',
  'propertyDependencies',
  'regexFlags',
]);
