import type {JsonError, SchemaNode} from 'json-schema-library';
import {appendToken, splitPointer} from '../../json/json-pointer';
import {isJsonObject, type JsonValue} from '../../json/json-value';
import {ErrorOrigin} from './own-keywords';
import {toType} from './to-type';
import type {Violation} from './violation';

type Params = Record<string, JsonValue>;

/** Converts a finding of the library to ours. */
export function toViolation(error: JsonError): Violation {
  const {origin, data} = error;
  if (error.code === 'invalid-data-error' || !(origin instanceof ErrorOrigin)) {
    return {pointer: data.pointer, schemaPointer: '', keyword: 'false', params: {}};
  }
  const {keyword, node} = origin;
  const schemaPointer = appendToken(node.evaluationPath.slice(1), keyword);
  const missing = data.key ?? data.missingProperty;
  if (typeof missing === 'string' && (keyword === 'required' || keyword.startsWith('dep'))) {
    return {
      pointer: appendToken(data.pointer, missing),
      schemaPointer,
      keyword: 'required',
      params: {missing},
    };
  }
  const base = {pointer: data.pointer, schemaPointer, keyword, params: toParams(origin, error)};
  return keyword === 'anyOf' || keyword === 'oneOf' ? withNearest(base, origin, error) : base;
}

function toParams({keyword, node, value}: ErrorOrigin, error: JsonError): Params {
  const limit: JsonValue = node.schema[keyword] ?? null;
  switch (keyword) {
    case 'type':
      return {expected: limit, found: toType(value)};
    case 'enum':
      return {allowed: limit};
    case 'const':
      return {constant: limit};
    case 'additionalProperties':
    case 'unevaluatedProperties':
    case 'propertyNames':
      return {property: splitPointer(error.data.pointer)?.token ?? ''};
    case 'minLength':
    case 'maxLength':
      return {limit, found: typeof value === 'string' ? [...value].length : 0};
    case 'minItems':
    case 'maxItems':
      return {limit, found: Array.isArray(value) ? value.length : 0};
    case 'minProperties':
    case 'maxProperties':
      return {limit, found: isJsonObject(value) ? Object.keys(value).length : 0};
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      // In draft 4, a boolean next to the limit.
      return {
        limit:
          limit === true
            ? (node.schema[keyword === 'exclusiveMinimum' ? 'minimum' : 'maximum'] ?? null)
            : limit,
      };
    default:
      return {limit};
  }
}

/** "Must match one of" is not helpful, so the violations of the closest branch are reported. */
function withNearest(base: Violation, {node, value}: ErrorOrigin, error: JsonError): Violation {
  const branches = (base.keyword === 'anyOf' ? node.anyOf : node.oneOf) ?? [];
  if (error.code === 'multiple-one-of-error') {
    const matched = branches.flatMap((branch, index) =>
      matches(branch, value, base.pointer) ? [index] : [],
    );
    return {...base, params: {branches: branches.length, matched}};
  }
  const tried = branches.map((branch, index) => ({
    index,
    inner: branch.validate(value, base.pointer).errors.map(toViolation),
  }));
  const nearest = tried.reduce<(typeof tried)[number] | null>(
    (best, next) =>
      best === null || toDistance(next.inner, base) < toDistance(best.inner, base) ? next : best,
    null,
  );
  if (!nearest) return base;
  return {...base, params: {branches: branches.length, nearest: nearest.index}, inner: nearest.inner};
}

function matches(node: SchemaNode, value: unknown, pointer: string): boolean {
  return node.validate(value, pointer).valid;
}

/** A different type is further away than any number of wrong members. */
function toDistance(inner: readonly Violation[], base: Violation): number {
  const isOther = inner.some(({keyword, pointer}) => keyword === 'type' && pointer === base.pointer);
  return inner.length + (isOther ? 1000 : 0);
}
