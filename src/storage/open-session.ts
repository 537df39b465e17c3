import * as z from '../domain/zod';
import type {StorageArea} from './storage-area';

/** The browser session: random, in `storage.session` only. Records contain `id`; `salt` is only kept in memory. */
export interface Session {
  id: string;
  salt: string;
}

/** The methods of `navigator.locks` that we use. */
export interface Locks {
  request<T>(name: string, task: () => Promise<T>): Promise<T>;
}

const KEY = 'session';
const word = z.string().check(z.minLength(1));
const sessionSchema = z.object({id: word, salt: word});

/** The current session, or a new one. The lock prevents background, DevTools page and panel from creating one each. */
export async function openSession(
  area: StorageArea,
  locks: Locks,
  newId: () => string = () => crypto.randomUUID(),
): Promise<Session> {
  return locks.request('track-inspector-session', async () => {
    const stored = sessionSchema.safeParse((await area.get(KEY))[KEY]);
    if (stored.success) return stored.data;
    const session = {id: newId(), salt: newId()};
    await area.set({[KEY]: session});
    return session;
  });
}
