import {
  isJsonError,
  type JsonError,
  type JsonSchemaValidatorParams,
  type Keyword,
  type SchemaNode,
  sanitizeErrors,
  type ValidationPath,
  type ValidationReturnType,
} from 'json-schema-library';
import {appendToken} from '../../json/json-pointer';
import {isJsonObject, type JsonObject, type JsonValue} from '../../json/json-value';
import {areEqual} from './are-equal';
import {MAX_VIOLATIONS} from './violation';

/** The keyword and node that rejected a value: added to the library's error, whose own data differ between codes. */
export class ErrorOrigin {
  constructor(
    readonly keyword: string,
    readonly node: SchemaNode,
    readonly value: unknown,
  ) {}
}

type Validate = (options: JsonSchemaValidatorParams) => ValidationReturnType;

/**
 * Keywords that we implement ourselves, with the library's extension API. Its versions do not escape names in
 * pointers, look them up on objects with a prototype (`constructor`, `__proto__`), accept "_id" although nothing
 * further is allowed, compare objects by the order of their keys, report a limit of draft 4 twice, and accept "" as a
 * date.
 */
const ownValidation: Readonly<Record<string, Validate>> = {
  properties({node, data, pointer, path}) {
    if (!isJsonObject(data) || !node.properties) return undefined;
    const errors: JsonError[] = [];
    for (const name of Object.keys(data)) {
      const child = node.properties[name];
      if (child) errors.push(...run(child, data[name], toInner(pointer, name), path));
    }
    return errors;
  },
  patternProperties({node, data, pointer, path}) {
    if (!isJsonObject(data) || !node.patternProperties) return undefined;
    const errors: JsonError[] = [];
    for (const name of Object.keys(data)) {
      for (const {pattern, node: child} of node.patternProperties) {
        if (pattern.test(name)) errors.push(...run(child, data[name], appendToken(pointer, name), path));
      }
    }
    return errors;
  },
  additionalProperties({node, data, pointer, path}) {
    if (!isJsonObject(data)) return undefined;
    const errors: JsonError[] = [];
    for (const name of findAdditional(node, data)) {
      const inner = appendToken(pointer, name);
      if (node.additionalProperties) errors.push(...run(node.additionalProperties, data[name], inner, path));
      else errors.push(refuse(node, 'no-additional-properties-error', inner, name));
    }
    return errors;
  },
  propertyNames({node, data, pointer, path}) {
    if (!isJsonObject(data)) return undefined;
    const isRefused = (name: string) =>
      node.propertyNames ? run(node.propertyNames, name, pointer, path).length > 0 : isClosed(node);
    return Object.keys(data)
      .filter(isRefused)
      .map((name) => refuse(node, 'invalid-property-name-error', appendToken(pointer, name), name));
  },
  enum({node, data, pointer}) {
    const allowed: JsonValue[] = node.enum === undefined ? [] : node.schema.enum;
    if (!isJsonValue(data) || allowed.some((value) => areEqual(value, data))) return undefined;
    return refuse(node, 'enum-error', pointer);
  },
  minimum({node, data, pointer}) {
    const isBelow = typeof data === 'number' && node.minimum !== undefined && data < node.minimum;
    return isBelow ? refuse(node, 'minimum-error', pointer) : undefined;
  },
  maximum({node, data, pointer}) {
    const isAbove = typeof data === 'number' && node.maximum !== undefined && data > node.maximum;
    return isAbove ? refuse(node, 'maximum-error', pointer) : undefined;
  },
  format(options) {
    const {node, data, pointer} = options;
    const {format} = node.schema;
    if (isRefusedBefore(data, format)) return refuse(node, 'format-error', pointer);
    return Object.hasOwn(node.context.formats, format) ? node.context.formats[format]?.(options) : undefined;
  },
};

const neverEmpty: ReadonlySet<unknown> = new Set(
  'date date-time time email idn-email hostname idn-hostname ipv4 ipv6 uri url iri uuid'.split(' '),
);

/**
 * Stricter than the library, as RFC 3339 requires: an offset is written +01:00, and units of a duration cannot be
 * omitted.
 */
const stricter: Readonly<Record<string, RegExp>> = {
  'date-time': /(?:z|[+-]\d\d:\d\d)$/i,
  time: /(?:z|[+-]\d\d:\d\d)$/i,
  duration:
    /^P(?:\d+W|(?:\d+Y(?:\d+M(?:\d+D)?)?|\d+M(?:\d+D)?|\d+D)?(?:T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))?)$/,
};

function isRefusedBefore(data: unknown, format: string): boolean {
  if (typeof data !== 'string') return false;
  if (data === '') return neverEmpty.has(format);
  return Object.hasOwn(stricter, format) && stricter[format]?.test(data) === false;
}

function isClosed(node: SchemaNode): boolean {
  return node.schema.propertyNames === false;
}

function isJsonValue(value: unknown): value is JsonValue {
  return value !== undefined;
}

function findAdditional(node: SchemaNode, data: JsonObject): string[] {
  return Object.keys(data).filter(
    (name) =>
      node.properties?.[name] === undefined &&
      !node.patternProperties?.some(({pattern}) => pattern.test(name)),
  );
}

function refuse(node: SchemaNode, code: string, pointer: string, property?: string): JsonError {
  return {type: 'error', code, message: '', data: {pointer, schema: node.schema, value: undefined, property}};
}

const noErrors: JsonError[] = [];

/** The library's own loop, without flattening results at every level: most values have none. */
function run(node: SchemaNode, data: unknown, pointer: string, path: ValidationPath): JsonError[] {
  const {schema}: {schema: unknown} = node;
  if (schema === true) return noErrors;
  if (schema === false) return [refuse(node, 'invalid-data-error', pointer)];
  path.push({pointer, node});
  let errors = noErrors;
  for (const validate of node.validators) {
    // A node always has the data that its validators need, since they were added because of it.
    const result = validate({node: node as Parameters<typeof validate>[0]['node'], data, pointer, path});
    if (result === undefined || (Array.isArray(result) && result.length === 0)) continue;
    errors = [...errors, ...sanitizeErrors(result).filter(isJsonError)];
  }
  return errors;
}

/** Like `appendToken`, but only a concatenation for names that need no escaping. */
function toInner(pointer: string, name: string): string {
  return /[~/]/.test(name) ? appendToken(pointer, name) : `${pointer}/${name}`;
}

/** On an object without a prototype, so that names cannot find inherited members. */
function parseProperties(node: SchemaNode): void {
  const properties: Record<string, SchemaNode> = Object.create(null);
  for (const [name, schema] of Object.entries<JsonObject>(node.schema.properties)) {
    const step = appendToken('/properties', name);
    properties[name] = node.compileSchema(schema, node.evaluationPath + step, node.schemaLocation + step);
  }
  node.properties = properties;
}

const ownParts: Readonly<Record<string, Partial<Keyword>>> = {
  properties: {parse: parseProperties},
  // The library leaves false to `patternProperties` if both exist.
  additionalProperties: {addValidate: ({schema}) => schema.additionalProperties !== true},
};

/** The library's keywords of a draft, some replaced by ours, each marking what it rejects. */
export function toOwnKeywords(keywords: readonly Keyword[]): Keyword[] {
  return keywords.map((keyword) => {
    const validate = ownValidation[keyword.keyword] ?? keyword.validate;
    return validate
      ? {...keyword, ...ownParts[keyword.keyword], validate: withOrigin(keyword.keyword, validate)}
      : keyword;
  });
}

/**
 * One more than is shown. The library passes the results of each keyword as arguments of a call, and with 100,000 an
 * engine runs out of stack: a long list of wrong values, or references that double them.
 */
const MAX_RESULTS = MAX_VIOLATIONS + 1;

function withOrigin(keyword: string, validate: Validate): Validate {
  return (options) => {
    const result = validate(options);
    if (result === undefined || (Array.isArray(result) && result.length === 0)) return undefined;
    const all = Array.isArray(result) ? result : [result];
    const inner = all.length > MAX_RESULTS ? all.slice(0, MAX_RESULTS) : all;
    for (const error of inner.flat()) {
      if (!isJsonError(error) || error.origin instanceof ErrorOrigin) continue;
      error.origin = new ErrorOrigin(keyword, options.node, options.data);
      if (keyword === 'unevaluatedProperties') error.data.pointer = escapeLast(error.data.pointer, options);
    }
    return inner;
  };
}

/** The only keyword of the library that still does not escape a name. */
function escapeLast(pointer: string, {pointer: outer, data}: JsonSchemaValidatorParams): string {
  const name = pointer.slice(outer.length + 1);
  return isJsonObject(data) && Object.hasOwn(data, name) ? appendToken(outer, name) : pointer;
}
