/** What is wrong with a schema itself. It is said once, of the plan; no event is called wrong for it. */
export type SchemaProblemCode =
  /** Neither an object nor true or false. */
  | 'not-a-schema'
  /** Nested deeper than `MAX_SCHEMA_DEPTH`. */
  | 'too-deep'
  /** `type` names one that JSON Schema does not have. */
  | 'unknown-type'
  /** A keyword holds what it cannot hold, as `required: true`. */
  | 'malformed-keyword'
  /** A regular expression that the browser refuses. */
  | 'refused-pattern'
  /** `$ref` points to nothing in this schema; other documents are never fetched. */
  | 'unresolved-ref'
  /** `$ref` leads back to itself without going deeper into the event. */
  | 'endless-ref'
  /** The validator gave up on it. */
  | 'not-checkable';

export interface SchemaProblem {
  code: SchemaProblemCode;
  /** JSON Pointer inside the schema, of the keyword at fault. */
  pointer: string;
  /** The keyword, the type, the pattern or the reference at fault, and what was expected in its place. */
  found: string;
  expected?: string;
}

/** What lies deeper is not compiled: validators call themselves once a level. */
export const MAX_SCHEMA_DEPTH = 200;
