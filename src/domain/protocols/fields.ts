import {type FieldFacts, fieldFacts} from '../checks/shape/field-facts';
import type {Source} from '../verdict/source';
import * as z from '../zod';

/**
 * The documented types of fields, as zod schemas that also contain what the editor shows on hover. null and "" are
 * accepted in place of every type, as in the vendors' own samples (`enrichment_domain_aliases: null`).
 */
type Facts = Omit<FieldFacts, 'documentedType'>;

const empty = [z.literal(''), z.null()] as const;

function field(schema: z.ZodMiniType, documentedType: string, facts: Facts): z.ZodMiniType {
  return z.optional(schema).register(fieldFacts, {documentedType, ...facts});
}

export function text(facts: Facts = {}): z.ZodMiniType {
  return field(z.union([z.string(), z.null()]), 'String', facts);
}

export function integer(facts: Facts = {}): z.ZodMiniType {
  return field(z.union([z.int(), ...empty]), 'Integer', facts);
}

export function number(facts: Facts = {}): z.ZodMiniType {
  return field(z.union([z.number(), ...empty]), 'Number', facts);
}

export function textOrNumber(facts: Facts = {}): z.ZodMiniType {
  return field(z.union([z.string(), z.number(), z.null()]), 'String or Number', facts);
}

export function boolean(facts: Facts = {}): z.ZodMiniType {
  return field(z.union([z.boolean(), ...empty]), 'Boolean', facts);
}

export function array(facts: Facts = {}): z.ZodMiniType {
  return field(z.union([z.array(z.unknown()), ...empty]), 'Array', facts);
}

export function object(facts: Facts = {}): z.ZodMiniType {
  return field(z.union([anyObject, ...empty]), 'Object', facts);
}

export function objectOrArray(facts: Facts = {}): z.ZodMiniType {
  return field(z.union([anyObject, z.array(z.unknown()), ...empty]), 'Object or Array', facts);
}

/** A date has no type of its own: `check-dates.ts` reads it from a number or text. */
export function date(facts: Facts = {}): z.ZodMiniType {
  return field(z.unknown(), 'Date', facts);
}

/** Several String fields of one table at once. */
export function texts<const Key extends string>(
  descriptions: Record<Key, string>,
  source: Source,
): Record<Key, z.ZodMiniType> {
  const fields = Object.entries<string>(descriptions).map(([key, description]) => [
    key,
    text({description, source}),
  ]);
  return Object.fromEntries(fields) as Record<Key, z.ZodMiniType>;
}

/** Any object. */
const anyObject = z.record(z.string(), z.unknown());
