import type {StorageArea} from './storage-area';

const KEY = 'purged';

/**
 * Purges once per session. If it fails, or the background is stopped meanwhile, the next one does it again.
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
