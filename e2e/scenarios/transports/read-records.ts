import type {Surface} from '../../setup/surface';

/** A record of the extension's log, with its body by kind, size and hash. */
export interface LoggedRequest {
  id: string;
  url: string;
  method: string;
  body: {kind: string; reason: string | null; note: string | null; size: number; sha256: string | null};
  tabId: number | null;
  frameId: number | null;
  initiator: string | null;
  documentUrl: string | null;
  type: string | null;
  state: string;
  status: number | null;
  error: string | null;
  answer: string | null;
  seenBy: string[];
  /** The browser's IDs of the request. */
  requestIds: string[];
  startedAt: number | null;
  /** Of a replay: the ID of its request, which pages cannot know. */
  marker: string | null;
}

const pageSize = 500;

/** The whole log as stored in the extension's database, ordered by time; read in pages, so that no read takes long. */
export async function readRecords(ownPage: Surface): Promise<LoggedRequest[]> {
  const ids = await listRecordIds(ownPage);
  const records: LoggedRequest[] = [];
  for (let start = 0; start < ids.length; start += pageSize) {
    records.push(...(await ownPage.evaluate(readPage, ids.slice(start, start + pageSize))));
  }
  return records.sort((one, other) => (one.startedAt ?? 0) - (other.startedAt ?? 0));
}

/** The records committed at this moment. */
export async function listRecordIds(ownPage: Surface): Promise<string[]> {
  return await ownPage.evaluate(listIds);
}

/** The number of pending requests; does not read bodies. */
export async function countPending(ownPage: Surface): Promise<number> {
  return await ownPage.evaluate(countByState, 'pending');
}

/** Runs in a page of the extension, like all below: it must be self-contained. */
function listIds(): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('track-inspector');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const reading = database.transaction('requests').objectStore('requests').getAllKeys();
      reading.onerror = () => reject(reading.error);
      reading.onsuccess = () => {
        database.close();
        resolve(reading.result.map(String));
      };
    };
  });
}

function countByState(state: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('track-inspector');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const reading = database.transaction('requests').objectStore('requests').getAll();
      reading.onerror = () => reject(reading.error);
      reading.onsuccess = () => {
        database.close();
        const rows: {request: {outcome: {state: string}}}[] = reading.result;
        resolve(rows.filter(({request}) => request.outcome.state === state).length);
      };
    };
  });
}

async function readPage(ids: string[]): Promise<LoggedRequest[]> {
  interface Body {
    kind: string;
    bytes?: Uint8Array<ArrayBuffer>;
    reason?: string;
    note?: string;
    size?: number;
  }
  interface Row {
    request: {
      id: string;
      url: string;
      method: string;
      body: Body;
      origin: {
        tabId: number | null;
        frameId: number | null;
        initiator: string | null;
        documentUrl: string | null;
        type: string | null;
      };
      outcome: {state: string; status?: number; error?: string};
      seenBy: string[];
      startedAt: number | null;
      replay?: {marker: string};
    };
    requestIds: string[];
    hasBody: boolean;
    hasAnswer: boolean;
  }
  const settle = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const toHash = async (bytes: Uint8Array<ArrayBuffer>) => {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  };
  const database = await settle(indexedDB.open('track-inspector'));
  try {
    const transaction = database.transaction(['requests', 'bodies', 'answers']);
    const get = (store: string, id: string) => settle<unknown>(transaction.objectStore(store).get(id));
    // All are requested in this turn: a transaction ends when it has no pending requests.
    const read = await Promise.all(
      ids.map((id) => Promise.all([get('requests', id), get('bodies', id), get('answers', id)])),
    );
    return await Promise.all(
      read
        .filter(([row]) => row !== undefined)
        .map(async ([row, storedBody, storedAnswer]) => {
          const {request, requestIds, hasBody, hasAnswer} = row as Row;
          const body = hasBody ? (storedBody as Body) : request.body;
          const {origin, outcome} = request;
          return {
            id: request.id,
            url: request.url,
            method: request.method,
            body: {
              kind: body.kind,
              reason: body.reason ?? null,
              note: body.note ?? null,
              size: body.bytes?.length ?? body.size ?? 0,
              sha256: body.bytes ? await toHash(body.bytes) : null,
            },
            tabId: origin.tabId,
            frameId: origin.frameId,
            initiator: origin.initiator,
            documentUrl: origin.documentUrl,
            type: origin.type,
            state: outcome.state,
            status: outcome.status ?? null,
            error: outcome.error ?? null,
            answer: hasAnswer ? ((storedAnswer as {text?: string}).text ?? null) : null,
            seenBy: request.seenBy,
            requestIds,
            startedAt: request.startedAt,
            marker: request.replay?.marker ?? null,
          };
        }),
    );
  } finally {
    database.close();
  }
}
