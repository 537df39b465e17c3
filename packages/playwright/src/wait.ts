import type {Hub} from './hub';

type Watch = Pick<Hub, 'observations' | 'open' | 'changed'>;

/** The result of `find`, now or after something arrived; undefined if there is none within this number of milliseconds. */
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
 * Resolves when no request was pending and none was sent for `toQuiet()`, or when `timeout` is over; both in
 * milliseconds. A response restarts that time, since clients then send their queue or try again. The time is read
 * again each time, since further clients may queue events for longer.
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
