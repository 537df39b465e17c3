import type {JsonValue} from '../json/json-value';
import type {BodyFinding, Compression} from './body-finding';
import type {Charset} from './decode-text';

/** The result of reading a captured body; `findings` lists faults and unusual things in the order they were found. */
export type BodyReading =
  /** JSON; there can still be findings (a byte order mark, a wrong header). */
  | {kind: 'json'; text: string; value: JsonValue; source: TextSource; findings: BodyFinding[]}
  /** Text to view without a value: invalid, too deep, or truncated. */
  | {kind: 'text'; text: string; source: TextSource; findings: BodyFinding[]}
  /** A form, by its fields. `text` if bytes were captured. */
  | {kind: 'form'; fields: Record<string, string[]>; text: string | null; findings: BodyFinding[]}
  /** Nothing to view: no body, not captured, or bytes that we cannot decode. */
  | {kind: 'nothing'; findings: BodyFinding[]};

/** How the bytes were decoded to text. */
export interface TextSource {
  /** The codings that were decoded, outermost first. */
  compressions: readonly Compression[];
  charset: Charset;
  /** Encoding the text as UTF-8 gives exactly the captured bytes: an unchanged draft may be sent from its text. */
  isExact: boolean;
}
