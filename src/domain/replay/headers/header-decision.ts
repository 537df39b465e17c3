import type {CapturedHeader} from '../../capture/captured-request';

/**
 * What happens to one header from the original to the replay.
 * - `kept`, `changed`, `added`: we send it, unchanged, with a new value, or although the original had none.
 * - `replaced`: a credential that the user chose instead of the captured one.
 * - `left-out`: we could send it but do not.
 * - `set-by-browser`: the browser writes it, whatever we set.
 * - `impossible`: it was requested or captured, but cannot be sent.
 */
export type HeaderOutcome =
  | 'kept'
  | 'changed'
  | 'added'
  | 'replaced'
  | 'left-out'
  | 'set-by-browser'
  | 'impossible';

/** One line of the header plan. */
export interface HeaderDecision {
  /** As written by the original, or by the user for their own header; `?name` for a credential in the query. */
  name: string;
  outcome: HeaderOutcome;
  /** One sentence for the user. */
  reason: string;
  /** The original's value, or the target's test mark if the user decided about it; null if there was none. */
  before: CapturedHeader | null;
  /** The value that we pass on for sending, with secrets as references; null if we do not send it. */
  sent: CapturedHeader | null;
}
