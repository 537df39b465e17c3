import {openCaptureDatabase} from './capture-database';

const PAGE_SIZE = 200;
const reference = /secret-[0-9a-f]{32}/g;

/**
 * Every reference to a secret in a record, in headers and addresses of requests and responses, including replays and
 * pinned records, all from one moment. Bodies contain none and are not read.
 */
export async function readSecretsInUse(name = 'track-inspector'): Promise<ReadonlySet<string>> {
  const db = await openCaptureDatabase(name);
  try {
    const found = new Set<string>();
    // One transaction: a record that moves its reference to another one meanwhile is read before or after.
    const requests = db.transaction('requests').store;
    let last = '';
    for (;;) {
      const rows = await requests.getAll(IDBKeyRange.lowerBound(last, true), PAGE_SIZE);
      for (const row of rows) {
        for (const [one] of (JSON.stringify(row.request) ?? '').matchAll(reference)) found.add(one);
      }
      if (rows.length < PAGE_SIZE) return found;
      last = rows.at(-1)?.id ?? last;
    }
  } finally {
    db.close();
  }
}
