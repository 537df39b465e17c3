import {resolvePointer, splitPointer} from '../json/json-pointer';
import {isJsonObject, type JsonObject, type JsonValue} from '../json/json-value';
import type {Issue} from '../verdict/issue';
import type {RuleViolation} from './check-event';
import {findNearName} from './near-name';

type Fixes = Pick<Issue, 'fixes' | 'suggestion'> | Record<string, never>;

/** The quick fixes of a violation for which the plan has the right value, and that value. */
export function chooseFixes(
  violation: RuleViolation,
  found: JsonValue | undefined,
  event: JsonObject,
): Fixes {
  const {keyword, params} = violation;
  switch (keyword) {
    case 'required':
      return addConstant(violation);
    case 'type':
      return convert(params.expected, found);
    case 'enum':
      return setNearest(Array.isArray(params.allowed) ? params.allowed : [], found);
    case 'const':
      return params.constant === undefined ? {} : setValue(params.constant);
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return renameOrRemove(violation, event);
    default:
      return {};
  }
}

function setValue(value: JsonValue): Fixes {
  return {fixes: ['set-planned-value'], suggestion: {kind: 'set', value}};
}

/** A missing property with only one possible value gets it. */
function addConstant(violation: RuleViolation): Fixes {
  const constant = toConstant(findPropertySchema(violation));
  return constant === undefined
    ? {}
    : {fixes: ['add-planned-value'], suggestion: {kind: 'set', value: constant}};
}

function toConstant(schema: JsonObject): JsonValue | undefined {
  if (Object.hasOwn(schema, 'const')) return schema.const;
  return Array.isArray(schema.enum) && schema.enum.length === 1 ? schema.enum[0] : undefined;
}

/** The plan's schema of the property itself: `…/required` is next to `…/properties/<name>`. */
function findPropertySchema({rule, schemaPointer, params}: RuleViolation): JsonObject {
  const holder = resolvePointer(rule.schema, splitPointer(schemaPointer)?.parent ?? '');
  const properties = isJsonObject(holder) && isJsonObject(holder.properties) ? holder.properties : {};
  const {missing} = params;
  const schema =
    typeof missing === 'string' && Object.hasOwn(properties, missing) ? properties[missing] : null;
  return isJsonObject(schema) ? schema : {};
}

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Lossless conversions. */
function convert(expected: JsonValue | undefined, found: JsonValue | undefined): Fixes {
  const wanted = Array.isArray(expected) ? expected : [expected];
  if (typeof found === 'number') return wanted.includes('string') ? {fixes: ['number-to-string']} : {};
  if (typeof found === 'boolean') return wanted.includes('string') ? setValue(String(found)) : {};
  if (typeof found !== 'string') return {};
  const isNumber = jsonNumber.test(found) && Number.isFinite(Number(found));
  const isWanted =
    wanted.includes('number') || (wanted.includes('integer') && Number.isInteger(Number(found)));
  if (isNumber && isWanted) return {fixes: ['string-to-number']};
  return wanted.includes('boolean') && /^(?:true|false)$/.test(found) ? setValue(found === 'true') : {};
}

/** The allowed value that was most likely meant. */
function setNearest(allowed: readonly JsonValue[], found: JsonValue | undefined): Fixes {
  if (allowed.length === 1 && allowed[0] !== undefined) return setValue(allowed[0]);
  const same = allowed.find((value) => typeof value !== 'object' && String(value) === String(found));
  if (same !== undefined) return setValue(same);
  const texts = allowed.filter((value) => typeof value === 'string');
  const near = typeof found === 'string' ? findNearName(found, texts) : null;
  return near === null ? {} : setValue(near);
}

/** A property with a name similar to a planned one is renamed, unless the planned one exists; others are removed. */
function renameOrRemove({rule, schemaPointer, pointer, params}: RuleViolation, event: JsonObject): Fixes {
  const {property} = params;
  const schema = resolvePointer(rule.schema, splitPointer(schemaPointer)?.parent ?? '');
  const planned =
    isJsonObject(schema) && isJsonObject(schema.properties) ? Object.keys(schema.properties) : [];
  const holder = resolvePointer(event, splitPointer(pointer)?.parent ?? '');
  const missing = planned.filter((name) => isJsonObject(holder) && !Object.hasOwn(holder, name));
  const near = typeof property === 'string' ? findNearName(property, missing) : null;
  if (near === null) return {fixes: ['remove-property']};
  return {fixes: ['rename-property', 'remove-property'], suggestion: {kind: 'rename', to: near}};
}
