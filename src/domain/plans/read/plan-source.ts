import type {JsonValue} from '../../json/json-value';

/** Line and column, from 1. */
export interface SourcePosition {
  line: number;
  column: number;
}

/** A parsed file: its value, and the position of each part in the text. */
export interface PlanSource {
  file: string;
  value: JsonValue;
  locate(pointers: readonly string[]): ReadonlyMap<string, SourcePosition>;
}
