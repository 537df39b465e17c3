import type {Hub} from './hub';

type Watch = Pick<Hub, 'observations' | 'open' | 'changed'>;

/** What `find` finds, at once or after something came; undefined: nothing within that many milliseconds. */
export async function waitFor<Found>(
  watch: Watch,
  timeout: number,
  find: () => Found | undefined,
): Promise<Found | undefined> {
  const end = Date.now() + timeout;
  for (;;) {
    const found = find();
    const rest = end - Date.now();
    if (found !== undefined || rest <= 0) return found;
    await watch.changed(rest);
  }
}

/**
 * Resolves when nothing was on its way and nothing new came for `toQuiet()`, or when `timeout` is over; both in
 * milliseconds. An answer begins that time anew: clients send what they held back, or try again. How long clients hold events back is asked each time, since each that is seen may hold them longer.
 */
export async function waitUntilQuiet(watch: Watch, timeout: number, toQuiet: () => number): Promise<void> {
  const end = Date.now() + timeout;
  let quietSince = Date.now();
  let count = watch.observations().length;
  for (;;) {
    const wasOpen = watch.open > 0;
    const until = wasOpen ? end : Math.min(end, quietSince + toQuiet());
    const rest = until - Date.now();
    if (rest <= 0) return;
    await watch.changed(rest);
    const {length} = watch.observations();
    if (length !== count || wasOpen || watch.open > 0) quietSince = Date.now();
    count = length;
  }
}
