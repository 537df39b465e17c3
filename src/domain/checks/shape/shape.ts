import {appendToken} from '../../json/json-pointer';
import type {Source} from '../../verdict/source';

/**
 * Accepts the same values as a zod schema, a few times faster, and reports where a value is wrong: small closures
 * built from the schema's own definition. zod remains the only definition of every type; on an extension page it is
 * limited to its slow mode (no `new Function`), so it only provides the definition and does not check. A test ensures
 * that both agree.
 */
export interface Shape {
  /** Calls `onFault` for each place that is wrong, in the order of the schema. */
  check(value: unknown, onFault: (fault: ShapeFault) => void): void;
}

export interface ShapeFault {
  /** JSON Pointer from the checked value. */
  pointer: string;
  /** The value there; undefined if a required field is missing. */
  value: unknown;
  /** The schema's node for that place, with its registered facts. */
  node: ShapeNode;
}

/** The part of JSON Schema that our schemas use, and the registered facts of a field. */
export interface ShapeNode {
  type?: string | string[];
  const?: unknown;
  minLength?: number;
  anyOf?: ShapeNode[];
  properties?: Record<string, ShapeNode>;
  required?: string[];
  /** Added by `field-facts.ts`. */
  documentedType?: string;
  description?: string;
  source?: Source;
  mismatch?: 'error' | 'warning' | 'info';
  values?: string[];
}

/** Types of values as bits, so that a field's alternatives are one comparison. */
const Kind = {
  text: 1,
  emptyText: 2,
  integer: 4,
  otherNumber: 8,
  boolean: 16,
  null: 32,
  array: 64,
  object: 128,
  any: 255,
} as const;

export function toShape(node: ShapeNode): Shape {
  return {check: compileNode(node, '')};
}

type Check = (value: unknown, onFault: (fault: ShapeFault) => void) => void;

function compileNode(node: ShapeNode, pointer: string): Check {
  const allowed = toKinds(node);
  const inner = node.properties ? compileProperties(node, pointer) : null;
  return (value, onFault) => {
    const kind = kindOf(value);
    if ((kind & allowed) === 0) onFault({pointer, value, node});
    else if (inner !== null && kind === Kind.object) inner(value as Record<string, unknown>, onFault);
  };
}

interface CompiledField {
  pointer: string;
  node: ShapeNode;
  allowed: number;
  inner: Check | null;
}

/** Goes through the existing keys, which are fewer than the documented ones, and then checks the required ones. */
function compileProperties(node: ShapeNode, pointer: string): Check {
  const fields = new Map(
    Object.entries(node.properties ?? {}).map(([key, field]): [string, CompiledField] => {
      const at = appendToken(pointer, key);
      const inner = field.properties ? compileNode(field, at) : null;
      return [key, {pointer: at, node: field, allowed: toKinds(field), inner}];
    }),
  );
  const required = node.required ?? [];
  return (value, onFault) => {
    const object = value as Record<string, unknown>;
    for (const key in object) {
      const field = fields.get(key);
      if (field === undefined) continue;
      const entry = object[key];
      if ((kindOf(entry) & field.allowed) === 0)
        onFault({pointer: field.pointer, value: entry, node: field.node});
      else if (field.inner !== null) field.inner(entry, onFault);
    }
    for (const key of required) {
      const field = fields.get(key);
      if (field && object[key] === undefined)
        onFault({pointer: field.pointer, value: undefined, node: field.node});
    }
  };
}

/** The types that a node allows. */
function toKinds(node: ShapeNode): number {
  if (node.anyOf) return node.anyOf.reduce((kinds, alternative) => kinds | toKinds(alternative), 0);
  if (node.const === '') return Kind.emptyText;
  if (Array.isArray(node.type))
    return node.type.reduce((kinds, type) => kinds | toKindsOfType(type, node), 0);
  return node.type === undefined ? Kind.any : toKindsOfType(node.type, node);
}

function toKindsOfType(type: string, node: ShapeNode): number {
  switch (type) {
    case 'string':
      return node.minLength === 1 ? Kind.text : Kind.text | Kind.emptyText;
    case 'integer':
      return Kind.integer;
    case 'number':
      return Kind.integer | Kind.otherNumber;
    case 'boolean':
      return Kind.boolean;
    case 'null':
      return Kind.null;
    case 'array':
      return Kind.array;
    case 'object':
      return Kind.object;
    default:
      throw new Error(`The shape check does not know the JSON Schema type "${type}".`);
  }
}

function kindOf(value: unknown): number {
  if (typeof value === 'string') return value === '' ? Kind.emptyText : Kind.text;
  // zod's int() only accepts safe integers, like readers that store numbers as doubles.
  if (typeof value === 'number') return Number.isSafeInteger(value) ? Kind.integer : Kind.otherNumber;
  if (typeof value === 'object')
    return value === null ? Kind.null : Array.isArray(value) ? Kind.array : Kind.object;
  return typeof value === 'boolean' ? Kind.boolean : 0;
}
