import type {Surface} from '../setup/surface';
import type {RequestSummary} from './compare-records';

/** The extension's records, byte for byte as they are in its database. */
export async function readCaptureLog(panel: Surface): Promise<RequestSummary[]> {
  return await panel.evaluate(summariseLog);
}

/** Runs in the panel, so it must be self-contained. */
async function summariseLog(): Promise<RequestSummary[]> {
  interface Row {
    id: string;
    hasBody: boolean;
    request: {
      url: string;
      method: string;
      body: Body;
      outcome: {state: string; status?: number};
    };
  }
  interface Body {
    kind: string;
    bytes?: Uint8Array<ArrayBuffer>;
  }
  const settle = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const summarise = async ({request}: Row, body: Body): Promise<RequestSummary> => {
    const {pathname, search} = new URL(request.url);
    const bytes = body.kind === 'bytes' ? body.bytes : undefined;
    const digest = bytes && new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return {
      method: request.method,
      url: pathname + search,
      bytes: bytes?.length ?? 0,
      hash: digest ? [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('') : null,
      status: request.outcome.status ?? null,
    };
  };
  for (const {name = ''} of await indexedDB.databases()) {
    const database = await settle(indexedDB.open(name));
    try {
      if (!database.objectStoreNames.contains('requests')) continue;
      const transaction = database.transaction(['requests', 'bodies']);
      const rows = await settle<Row[]>(transaction.objectStore('requests').getAll());
      const bodies = transaction.objectStore('bodies');
      const stored = await Promise.all(rows.map(({id}) => settle<Body | undefined>(bodies.get(id))));
      return await Promise.all(rows.map((row, index) => summarise(row, stored[index] ?? row.request.body)));
    } finally {
      database.close();
    }
  }
  return [];
}
