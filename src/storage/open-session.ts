import * as z from '../domain/zod';
import type {StorageArea} from './storage-area';

/** The browser session: random, in `storage.session` only. Records carry `id`; `salt` never leaves memory. */
export interface Session {
  id: string;
  salt: string;
}

/** What we use of `navigator.locks`. */
export interface Locks {
  request<T>(name: string, task: () => Promise<T>): Promise<T>;
}

const KEY = 'session';
const word = z.string().check(z.minLength(1));
const sessionSchema = z.object({id: word, salt: word});

/** The session that runs, or a new one. The lock keeps background, devtools page and panel from making one each. */
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
