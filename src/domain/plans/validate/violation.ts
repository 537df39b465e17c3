import type {JsonValue} from '../../json/json-value';

/** What a value does against a schema, as data: the sentence comes last, see `describeViolation`. */
export interface Violation {
  /** JSON Pointer inside the checked value; of a missing member where it should stand. */
  pointer: string;
  /** JSON Pointer of the keyword inside the schema, through `$ref` where one was followed. */
  schemaPointer: string;
  /** `false` for a schema that accepts nothing. */
  keyword: string;
  /** What the keyword says and what was met, by keyword: see `toViolation`. */
  params: Readonly<Record<string, JsonValue>>;
  /** Of `anyOf` and `oneOf`: what the nearest branch, `params.nearest`, still objects to. */
  inner?: readonly Violation[];
}

/** A user does not read more of them, and hostile schemas can make any number. */
export const MAX_VIOLATIONS = 50;
