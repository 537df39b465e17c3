import type {JsonValue} from '../../json/json-value';

/** Line and column, from 1. */
export interface SourcePosition {
  line: number;
  column: number;
}

/** A file that was understood as text: its value, and where in the text each part of it is. */
export interface PlanSource {
  file: string;
  value: JsonValue;
  locate(pointers: readonly string[]): ReadonlyMap<string, SourcePosition>;
}
