import type {JsonValue} from '../json/json-value';

/** What should stand at an issue's pointer, as a fix needs it. */
export type Suggestion =
  /** The key should be called so. */
  | {kind: 'rename'; to: string}
  /** This value should stand there. */
  | {kind: 'set'; value: JsonValue};
