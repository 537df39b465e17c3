import type {StorageArea} from './storage-area';

const KEY = 'purged';

/**
 * Purges once a session. What fails, or ends with a background that is stopped meanwhile, is done again by the next.
 * @param area `storage.session`
 */
export async function purgeOnce(
  area: StorageArea,
  session: string,
  purge: () => Promise<void>,
): Promise<void> {
  if ((await area.get(KEY))[KEY] === session) return;
  await purge();
  await area.set({[KEY]: session});
}
