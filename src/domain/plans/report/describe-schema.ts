import {isJsonObject, type JsonValue} from '../../json/json-value';
import {getTexts} from '../read/fields';

const MAX_WORDS = 6;

/** A short description of a property's schema: "string or null, one of a, b, at most 20 characters". */
export function describeSchema(schema: JsonValue): string {
  if (schema === false) return 'must not be sent';
  if (!isJsonObject(schema)) return 'anything';
  const parts: string[] = [];
  const types = typeof schema.type === 'string' ? [schema.type] : getTexts(schema, 'type');
  if (types.length > 0) parts.push(types.join(' or '));
  if (schema.const !== undefined) parts.push(`always ${toText(schema.const)}`);
  if (Array.isArray(schema.enum)) parts.push(`one of ${toList(schema.enum)}`);
  if (typeof schema.format === 'string') parts.push(schema.format);
  if (typeof schema.pattern === 'string') parts.push(`matching ${schema.pattern}`);
  const limits = [
    toLimit('at least', schema.minimum),
    toLimit('above', schema.exclusiveMinimum),
    toLimit('at most', schema.maximum),
    toLimit('below', schema.exclusiveMaximum),
    toLimit('at least', schema.minLength, ' characters'),
    toLimit('at most', schema.maxLength, ' characters'),
    toLimit('at least', schema.minItems, ' entries'),
    toLimit('at most', schema.maxItems, ' entries'),
  ];
  parts.push(...limits.flatMap((limit) => limit ?? []));
  return parts.length === 0 ? 'anything' : parts.join(', ');
}

function toLimit(words: string, value: JsonValue | undefined, unit = ''): string | null {
  return typeof value === 'number' ? `${words} ${value}${unit}` : null;
}

function toList(values: readonly JsonValue[]): string {
  const shown = values.slice(0, MAX_WORDS).map(toText).join(', ');
  return values.length > MAX_WORDS ? `${shown} … (${values.length})` : shown;
}

function toText(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
