import type {ShapeNode} from '../checks/shape';
import * as z from '../zod';

/**
 * The documented types of fields, as zod schemas that also carry what the editor shows on hover. null and "" are
 * tolerated in place of every type, as the vendors' own samples have them (seed 000: `enrichment_domain_aliases: null`).
 */
type FieldFacts = Pick<ShapeNode, 'description' | 'source' | 'mismatch' | 'values'>;

const empty = [z.literal(''), z.null()] as const;

export function text(facts: FieldFacts = {}): z.ZodType {
  return z
    .union([z.string(), z.null()])
    .optional()
    .meta({documentedType: 'String', ...facts});
}

export function integer(facts: FieldFacts = {}): z.ZodType {
  return z
    .union([z.int(), ...empty])
    .optional()
    .meta({documentedType: 'Integer', ...facts});
}

export function number(facts: FieldFacts = {}): z.ZodType {
  return z
    .union([z.number(), ...empty])
    .optional()
    .meta({documentedType: 'Number', ...facts});
}

export function textOrNumber(facts: FieldFacts = {}): z.ZodType {
  return z
    .union([z.string(), z.number(), z.null()])
    .optional()
    .meta({documentedType: 'String or Number', ...facts});
}

export function boolean(facts: FieldFacts = {}): z.ZodType {
  return z
    .union([z.boolean(), ...empty])
    .optional()
    .meta({documentedType: 'Boolean', ...facts});
}

export function array(facts: FieldFacts = {}): z.ZodType {
  return z
    .union([z.array(z.unknown()), ...empty])
    .optional()
    .meta({documentedType: 'Array', ...facts});
}

export function object(facts: FieldFacts = {}): z.ZodType {
  return z
    .union([anyObject, ...empty])
    .optional()
    .meta({documentedType: 'Object', ...facts});
}

export function objectOrArray(facts: FieldFacts = {}): z.ZodType {
  return z
    .union([anyObject, z.array(z.unknown()), ...empty])
    .optional()
    .meta({documentedType: 'Object or Array', ...facts});
}

/** A date has no shape of its own: `check-dates.ts` reads it, number or text. */
export function date(facts: FieldFacts = {}): z.ZodType {
  return z
    .unknown()
    .optional()
    .meta({documentedType: 'Date', ...facts});
}

/** Many String fields of one table at once. */
export function texts<const Key extends string>(
  descriptions: Record<Key, string>,
  source: string,
): Record<Key, z.ZodType> {
  const fields = Object.entries<string>(descriptions).map(([key, description]) => [
    key,
    text({description, source}),
  ]);
  return Object.fromEntries(fields) as Record<Key, z.ZodType>;
}

/** Any object at all. */
export const anyObject = z.record(z.string(), z.unknown());
