import type {JsonValue} from '../../json/json-value';

/** A violation of a schema, as data: `describeViolation` makes the sentence. */
export interface Violation {
  /** JSON Pointer inside the checked value; for a missing member where it should be. */
  pointer: string;
  /** JSON Pointer of the keyword inside the schema, through `$ref` if one was followed. */
  schemaPointer: string;
  /** `false` for a schema that accepts nothing. */
  keyword: string;
  /** The keyword's value and the value found, by keyword: see `toViolation`. */
  params: Readonly<Record<string, JsonValue>>;
  /** For `anyOf` and `oneOf`: the violations of the nearest branch, `params.nearest`. */
  inner?: readonly Violation[];
}

/** Users do not read more of them, and hostile schemas can create any number. */
export const MAX_VIOLATIONS = 50;
