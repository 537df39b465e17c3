import type {CapturedHeader} from '../../capture/captured-request';

/**
 * What happens to one header on its way from the original to the replay.
 * - `kept`, `changed`, `added`: we send it, as it was, with a new value, or although the original had none.
 * - `replaced`: a credential that the user chose instead of the captured one.
 * - `left-out`: we could send it and do not.
 * - `set-by-browser`: the browser writes it by itself, whatever we ask.
 * - `impossible`: it was asked for or captured, but cannot be sent.
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
  /** As written by the original, or by the user for a header of their own; `?name` for a credential in the query. */
  name: string;
  outcome: HeaderOutcome;
  /** One sentence for the user. */
  reason: string;
  /** What the original had, or the target's test mark if the user decided about that; null where there was none. */
  before: CapturedHeader | null;
  /** What we hand over for sending, secrets as references; null where nothing of ours is sent. */
  sent: CapturedHeader | null;
}
