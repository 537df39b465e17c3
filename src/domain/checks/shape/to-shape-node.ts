import type * as z from '../../zod';
import {fieldFacts} from './field-facts';
import type {ShapeNode} from './shape';

/**
 * The structure of a schema with the facts of each field: for the fast check, and for hover and completion. It
 * supports what our schemas use and throws for everything else, which would be lost: zod's own conversion to JSON
 * Schema supports everything, but is larger than the rest of zod.
 */
export function toShapeNode(schema: z.core.$ZodType): ShapeNode {
  return {...readShape(schema as z.core.$ZodTypes), ...fieldFacts.get(schema)};
}

function readShape(schema: z.core.$ZodTypes): ShapeNode {
  const {def} = schema._zod;
  if (def.type === 'string' && !('format' in def)) return {type: 'string', ...readLength(def.checks)};
  if (def.checks?.length) throw new UnknownSchemaError(`a check of ${def.type}`);
  switch (def.type) {
    case 'number':
      return {type: 'format' in def && def.format === 'safeint' ? 'integer' : 'number'};
    case 'boolean':
    case 'null':
    case 'array':
      return {type: def.type};
    case 'record':
      return {type: 'object'};
    case 'unknown':
      return {};
    case 'literal':
      if (def.values.length !== 1 || def.values[0] !== '') break;
      return {const: ''};
    case 'optional':
      return toShapeNode(def.innerType);
    case 'union':
      return {anyOf: def.options.map(toShapeNode)};
    case 'object':
      if (def.catchall?._zod.def.type !== 'unknown') break;
      return readObject(def.shape);
  }
  throw new UnknownSchemaError(def.type);
}

class UnknownSchemaError extends Error {
  constructor(what: string) {
    super(`The shape check does not know what this schema says: ${what}.`);
  }
}

function readObject(shape: z.core.$ZodShape): ShapeNode {
  const fields = Object.entries(shape);
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(([key, field]) => [key, toShapeNode(field)])),
    required: fields.filter(([, field]) => field._zod.optin === undefined).map(([key]) => key),
  };
}

function readLength(checks: readonly z.core.$ZodCheck<never>[] = []): {minLength?: number} {
  let minLength: number | null = null;
  for (const {_zod} of checks) {
    if (_zod.def.check !== 'min_length') {
      throw new UnknownSchemaError(_zod.def.check);
    }
    minLength = (_zod.def as z.core.$ZodCheckMinLengthDef).minimum;
  }
  return minLength === null ? {} : {minLength};
}
