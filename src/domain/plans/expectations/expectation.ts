import type {JsonObject, JsonValue} from '../../json/json-value';
import * as z from '../../zod';

const text = z.string().check(z.minLength(1), z.maxLength(1_000));
/** Only on pages whose address matches, `*` matches anything; null: everywhere. */
const pages = z._default(z.nullable(text), null);
const count = z.number().check(z.int(), z.minimum(0), z.maximum(1_000_000));

/** An expectation as in files. Events are named as they are sent, those without a name by their type: `identify`. */
const expectationSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('count'),
    event: text,
    bound: z.enum(['exactly', 'at-least', 'at-most']),
    count,
    pages,
  }),
  z.object({kind: z.literal('never'), event: text, pages}),
  /** Each `next` comes after a `first`. */
  z.object({kind: z.literal('before'), first: text, next: text, pages}),
  /** Each `first` is followed by a `next` within this number of milliseconds. */
  z.object({
    kind: z.literal('within'),
    first: text,
    next: text,
    milliseconds: z.number().check(z.minimum(1), z.maximum(86_400_000)),
    pages,
  }),
  /** `property` is a JSON Pointer inside the properties; without `equals` it must exist. */
  z.object({
    kind: z.literal('property'),
    event: text,
    property: text.check(z.regex(/^\//)),
    equals: z.optional(z.union([z.string(), z.number(), z.boolean(), z.null()])),
    pages,
  }),
]);

/** The contents of an expectation, before it is stored. */
export type ExpectationFacts = z.infer<typeof expectationSchema>;

/** An expectation for a run, created in coverage and stored with the plan. The same contents have the same ID. */
export type Expectation = ExpectationFacts & {id: string};

export function toExpectation(facts: ExpectationFacts): Expectation {
  return {
    ...facts,
    id: JSON.stringify(Object.entries(facts).sort(([one], [other]) => (one < other ? -1 : 1))),
  };
}

/** The format in files. */
export function toFacts({id: _, ...facts}: Expectation): JsonObject {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

/** Reads an expectation from a value of a file; null: it is not one. */
export function readExpectation(value: JsonValue): Expectation | null {
  const read = expectationSchema.safeParse(value);
  return read.success ? toExpectation(read.data) : null;
}

/** Each once, in their original order. */
export function joinExpectations(...lists: readonly (readonly Expectation[])[]): Expectation[] {
  return [...new Map(lists.flat().map((each) => [each.id, each])).values()];
}

/** The events that it refers to, each once. */
export function namesOf(expectation: ExpectationFacts): string[] {
  return 'event' in expectation ? [expectation.event] : [...new Set([expectation.first, expectation.next])];
}
