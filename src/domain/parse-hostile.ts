import type * as z from './zod';

/**
 * What a schema says of a value from a file. Null: so much of it is wrong that zod, which gathers all that is, runs out
 * of stack.
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
