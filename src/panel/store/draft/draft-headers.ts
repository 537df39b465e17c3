import type {HeaderEdit} from '../../../domain/replay/headers/header-edit';
import {isCredentialHeader} from '../../../domain/secrets/header-secrets';
import type {SecretStore} from '../../../storage/secrets/secret-store';
import type {DraftSession} from './draft-session';

/** The user's decisions about individual headers of a draft. Names are case-insensitive. */
export interface DraftHeaders {
  /** Sends this value in place of, or in addition to, the original's. A credential is stored in the session's secrets. */
  set(name: string, value: string): Promise<void>;
  /** Resolves when everything that is being set is; rejects if something cannot be. */
  whenSet(): Promise<void>;
  leaveOut(name: string): void;
  /** Undoes the decision. */
  reset(name: string): void;
  isEdited(name: string): boolean;
}

export function createDraftHeaders(session: DraftSession, secrets: Pick<SecretStore, 'keep'>): DraftHeaders {
  const others = (name: string): HeaderEdit[] =>
    session.choices.peek().headers.filter((edit) => !isSame(edit.name, name));
  const put = (edit: HeaderEdit) => session.choose({headers: [...others(edit.name), edit]});
  const store = async (name: string, value: string) =>
    put(isCredentialHeader({name, value}) ? {name, secret: await secrets.keep(value)} : {name, value});
  const running = new Set<Promise<void>>();
  return {
    async set(name, value) {
      const storing = store(name, value);
      running.add(storing);
      await storing.finally(() => running.delete(storing));
    },
    whenSet: async () => void (await Promise.all(running)),
    leaveOut: (name) => put({name, remove: true}),
    reset: (name) => session.choose({headers: others(name)}),
    isEdited: (name) => session.choices.value.headers.some((edit) => isSame(edit.name, name)),
  };
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
