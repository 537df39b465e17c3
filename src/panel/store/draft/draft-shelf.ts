import type {DraftSession} from './draft-session';

/** The open drafts of a panel, by the id of their request. */
export interface DraftShelf {
  /** The draft of this id, made if there is none; the one that was used last is the last to be dropped. */
  open(id: string, create: () => DraftSession): DraftSession;
  /** Puts a draft in, in the place of one that was there. */
  keep(id: string, session: DraftSession): DraftSession;
  /** The draft of this id is that of another one from now on; undefined where there is none. */
  rename(id: string, next: string): DraftSession | undefined;
  discard(session: DraftSession): void;
  close(): void;
}

/** So many of the drafts that were looked at last are kept, touched or not. */
const MAX_UNTOUCHED = 10;

/** @param isNeeded whether to keep a draft that was not edited */
export function createDraftShelf(isNeeded: (session: DraftSession) => boolean): DraftShelf {
  const sessions = new Map<string, DraftSession>();

  const keep = (id: string, session: DraftSession): DraftSession => {
    sessions.get(id)?.close();
    sessions.set(id, session);
    return session;
  };
  /** Drafts that were not edited can be made again: the oldest of them are dropped. */
  const releaseUntouched = () => {
    for (const [id, session] of [...sessions].slice(0, -MAX_UNTOUCHED)) {
      if (isNeeded(session) || session.isTouched()) continue;
      session.close();
      sessions.delete(id);
    }
  };

  return {
    open(id, create) {
      const known = sessions.get(id);
      if (known === undefined) {
        const session = keep(id, create());
        releaseUntouched();
        return session;
      }
      sessions.delete(id);
      sessions.set(id, known);
      return known;
    },
    keep,
    rename(id, next) {
      const session = sessions.get(id);
      sessions.delete(id);
      return session && keep(next, session);
    },
    discard(session) {
      session.close();
      for (const [id, open] of sessions) if (open === session) sessions.delete(id);
    },
    close() {
      for (const session of sessions.values()) session.close();
    },
  };
}
