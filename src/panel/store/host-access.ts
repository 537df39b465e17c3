import {signal} from '@preact/signals';
import {toOrigin} from '../../domain/parse-url';
import {covers, toPatterns} from './match-patterns';
import type {PermissionPort} from './panel-dependencies';

/** Whether the extension itself may send to a host. */
export interface HostAccess {
  /** Null: not known yet. Reads a signal, so that a computed value is updated when a permission is granted or revoked. */
  isGranted(url: string): boolean | null;
  /** Asks the user; call it directly in the click handler. Rejects if the browser refuses to ask. */
  request(url: string): Promise<void>;
  close(): void;
}

export function createHostAccess(permissions: PermissionPort): HostAccess {
  const granted = signal<readonly string[] | null>(null);
  const refresh = async () => {
    granted.value = await permissions.granted();
  };
  const follow = () => {
    refresh().catch(() => {
      // A panel whose extension was updated cannot ask; its banner says so, and sending fails with its own message.
      granted.value = null;
    });
  };
  const stop = permissions.subscribe(follow);
  follow();
  return {
    isGranted: (url) => {
      const origin = toOrigin(url);
      return granted.value === null || origin === null ? null : covers(granted.value, origin);
    },
    async request(url) {
      await permissions.request(toPatterns([url]));
      await refresh();
    },
    close: stop,
  };
}
