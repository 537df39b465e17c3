import type {JsonValue} from '../json/json-value';
import type {BodyFinding, Compression} from './body-finding';
import type {Charset} from './decode-text';

/** What could be made of a captured body, and in `findings` what was wrong or odd, in the order it was met. */
export type BodyReading =
  /** JSON; findings can still stand beside it (a byte order mark, a lying header). */
  | {kind: 'json'; text: string; value: JsonValue; source: TextSource; findings: BodyFinding[]}
  /** Text to look at and no value: invalid, too deep, or cut. */
  | {kind: 'text'; text: string; source: TextSource; findings: BodyFinding[]}
  /** A form, by its fields. `text` where bytes were seen. */
  | {kind: 'form'; fields: Record<string, string[]>; text: string | null; findings: BodyFinding[]}
  /** Nothing to look at: no body, none seen, or bytes that we cannot undo. */
  | {kind: 'nothing'; findings: BodyFinding[]};

/** How the bytes became the text. */
export interface TextSource {
  /** What was undone, outermost first. */
  compressions: readonly Compression[];
  charset: Charset;
  /** Encoding the text as UTF-8 gives exactly the captured bytes: an untouched draft may be sent from its text. */
  isExact: boolean;
}
