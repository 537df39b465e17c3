import {type ReadonlySignal, signal} from '@preact/signals';
import type {DraftSession} from './draft-session';

/** The open drafts of a panel, by the ID of their request. */
export interface DraftShelf {
  /** The draft with this ID, created if there is none; the last used draft is the last to be dropped. */
  open(id: string, create: () => DraftSession): DraftSession;
  /** Adds a draft, replacing an existing one. */
  keep(id: string, session: DraftSession): DraftSession;
  /** The draft with this ID gets another one; undefined if there is none. */
  rename(id: string, next: string): DraftSession | undefined;
  discard(session: DraftSession): void;
  /** All of them, the last used one last. */
  readonly all: ReadonlySignal<readonly DraftSession[]>;
  close(): void;
}

/** The number of drafts that are kept, the last used ones, edited or not. */
const MAX_UNTOUCHED = 10;

/** @param isNeeded whether to keep a draft that was not edited */
export function createDraftShelf(isNeeded: (session: DraftSession) => boolean): DraftShelf {
  const sessions = new Map<string, DraftSession>();
  const all = signal<readonly DraftSession[]>([]);
  const list = () => {
    all.value = [...sessions.values()];
  };

  const keep = (id: string, session: DraftSession): DraftSession => {
    sessions.get(id)?.close();
    sessions.set(id, session);
    list();
    return session;
  };
  /** Drafts without edits can be created again, so the oldest of them are dropped. */
  const releaseUntouched = () => {
    for (const [id, session] of [...sessions].slice(0, -MAX_UNTOUCHED)) {
      if (isNeeded(session) || session.isTouched()) continue;
      session.close();
      sessions.delete(id);
    }
    list();
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
      list();
    },
    all,
    close() {
      for (const session of sessions.values()) session.close();
    },
  };
}
