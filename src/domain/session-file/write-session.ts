import {escapeHidden} from '../bytes/hidden-characters';
import {toBase64} from '../bytes/to-base64';
import type {CapturedRequest} from '../capture/captured-request';
import {withoutCredentials} from '../secrets/without-credentials';

/**
 * The records of a session as one file: requests with all their bytes, responses, pins and replays, without
 * credentials. `left`: the number of records that are not included, since their bodies may contain credentials.
 */
export function writeSession(records: readonly CapturedRequest[]): {text: string; left: number} {
  const clean = records.flatMap((record) => withoutCredentials(record) ?? []);
  const lines = clean.map(({imported: _, origin, ...record}) =>
    escapeHidden(JSON.stringify({...record, origin: {...origin, tabId: null}}, toText)),
  );
  return {
    text: `{"session": 1, "records": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n`}]}\n`,
    left: records.length - clean.length,
  };
}

function toText(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? toBase64(value) : value;
}
