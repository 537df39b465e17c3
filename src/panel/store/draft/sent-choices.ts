import type {DraftChoices} from './draft-choices';
import type {DraftSession} from './draft-session';

/** The decisions about headers that a record does not contain: it has their result only. */
type HeaderChoices = Pick<DraftChoices, 'headers' | 'credentials'>;

/** What the user chose for the replays that this panel sent. In memory only; credentials are keys of stored secrets. */
export interface SentChoices {
  remember(replayId: string, session: DraftSession): void;
  /** A replay is sent again as another one. */
  repeat(replayId: string, nextId: string): void;
  /** Null: this panel did not send it. */
  of(replayId: string): HeaderChoices | null;
}

export function createSentChoices(): SentChoices {
  const known = new Map<string, HeaderChoices>();
  return {
    remember(replayId, {choices}) {
      const {headers, credentials} = choices.peek();
      known.set(replayId, {headers, credentials});
    },
    repeat(replayId, nextId) {
      const choices = known.get(replayId);
      if (choices) known.set(nextId, choices);
    },
    of: (replayId) => known.get(replayId) ?? null,
  };
}
