import type * as z from './zod';

/**
 * The result of a schema for a value from a file. Null: the value has so many faults that zod, which collects all of
 * them, runs out of stack.
 */
export function parseHostile<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
): z.core.util.SafeParseResult<z.output<Schema>> | null {
  try {
    return schema.safeParse(value);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
