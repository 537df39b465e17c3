import * as z from './zod';

/** An object with any names as its keys. `z.record` would drop `__proto__`, which a form or a header may be called. */
export function recordOf<Value>(value: z.ZodMiniType<Value>): z.ZodMiniType<Record<string, Value>> {
  const entries: z.ZodMiniType<[string, Value][]> = z.array(z.tuple([z.string(), value]));
  return z.pipe(
    z.custom<object>((found) => typeof found === 'object' && found !== null && !Array.isArray(found)),
    z.pipe(
      z.transform((found: object): unknown => Object.entries(found)),
      z.pipe(
        entries,
        z.transform((read) => Object.fromEntries(read)),
      ),
    ),
  );
}
