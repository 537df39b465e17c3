import type {JsonValue} from '../json/json-value';

/** The right content at an issue's pointer, for a fix. */
export type Suggestion =
  /** The right key. */
  | {kind: 'rename'; to: string}
  /** The right value. */
  | {kind: 'set'; value: JsonValue};
