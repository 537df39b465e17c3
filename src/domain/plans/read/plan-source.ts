import type {JsonValue} from '../../json/json-value';

/** Line and column, from 1. */
export interface SourcePosition {
  line: number;
  column: number;
}

export interface RepeatedKey {
  key: string;
  pointer: string;
}

/** A parsed file: its value, and the position of each part in the text. */
export interface PlanSource {
  file: string;
  value: JsonValue;
  /** Keys that occur more than once in an object; the value only has the last one. */
  repeatedKeys?: readonly RepeatedKey[];
  locate(pointers: readonly string[]): ReadonlyMap<string, SourcePosition>;
}
