/** A fault of a schema itself. It is reported once, for the plan; events are not called wrong because of it. */
export type SchemaProblemCode =
  /** Neither an object nor true or false. */
  | 'not-a-schema'
  /** Nested deeper than `MAX_SCHEMA_DEPTH`. */
  | 'too-deep'
  /** `type` is not a type of JSON Schema. */
  | 'unknown-type'
  /** A keyword with an invalid value, such as `required: true`. */
  | 'malformed-keyword'
  /** A regular expression that the browser rejects. */
  | 'refused-pattern'
  /** `$ref` refers to something that is not in this schema; other documents are never fetched. */
  | 'unresolved-ref'
  /** `$ref` refers back to itself without going deeper into the event. */
  | 'endless-ref'
  /** A keyword that the schema's draft does not have, so that it has no effect; `expected` is the draft. */
  | 'other-draft'
  /** An unknown keyword that is nearly a known one, `expected`. */
  | 'near-keyword'
  /** `$schema` is no draft that we know; `expected` is the draft that is used. */
  | 'unknown-draft'
  /** The validator could not process it. */
  | 'not-checkable';

export interface SchemaProblem {
  code: SchemaProblemCode;
  /** JSON Pointer of the faulty keyword inside the schema. */
  pointer: string;
  /** The faulty keyword, type, pattern or reference, and what was expected instead. */
  found: string;
  expected?: string;
}

/** Deeper parts are not compiled: validators are recursive. */
export const MAX_SCHEMA_DEPTH = 200;
