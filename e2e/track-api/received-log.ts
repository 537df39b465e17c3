import type {ReceivedRequest} from './received-request';

/** Called like the callback of `Array.find`: `index` and `all` allow "the tenth" and "as many as". */
export type ReceivedPredicate = (
  request: ReceivedRequest,
  index: number,
  all: readonly ReceivedRequest[],
) => boolean;

/** A request that was waited for did not arrive in time. */
export class NotReceivedError extends Error {
  override name = 'NotReceivedError';
}

/** The requests that the server received, in order of arrival, and a way to wait for more without sleeping. */
export interface ReceivedLog {
  readonly requests: ReceivedRequest[];
  /** Must be called after each change of the list or of an entry. */
  changed(): void;
  waitFor(predicate: ReceivedPredicate, timeoutMs?: number): Promise<ReceivedRequest>;
}

export function createReceivedLog(): ReceivedLog {
  const requests: ReceivedRequest[] = [];
  const watchers = new Set<() => void>();

  function waitFor(predicate: ReceivedPredicate, timeoutMs = 10_000): Promise<ReceivedRequest> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(giveUp, timeoutMs);
      watchers.add(look);
      look();

      function look(): void {
        const found = requests.find(predicate);
        if (!found) return;
        clearTimeout(timer);
        watchers.delete(look);
        resolve(found);
      }
      function giveUp(): void {
        watchers.delete(look);
        const seen = requests.map(({method, url, body}) => `${method} ${url} (${body.length} bytes)`);
        reject(
          new NotReceivedError(
            `Nothing of the kind came within ${timeoutMs} ms. Received: ${seen.slice(-10).join(', ') || 'nothing'}.`,
          ),
        );
      }
    });
  }

  return {
    requests,
    changed: () => {
      for (const look of [...watchers]) look();
    },
    waitFor,
  };
}
