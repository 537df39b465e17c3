import type {CapturedRequest} from '../../../domain/capture/captured-request';
import type {Inspection} from '../../../domain/verdict/inspection';

export interface InspectedRequest {
  readonly request: CapturedRequest;
  readonly inspection: Inspection;
}

export interface DetailCache {
  get(id: string): InspectedRequest | undefined;
  put(inspected: InspectedRequest): void;
  drop(ids: readonly string[]): void;
  clear(): void;
}

/** Parsed events need a few times the memory of their text; measured with batches of the Track API. */
const PARSED_FACTOR = 4;
/** Approximate size of the record, inspection and list nodes of a request without a body. */
const BASE_COST = 2000;

/** Keeps the bodies and parsed events that were viewed last, within about `maxBytes` of memory. */
export function createDetailCache(maxBytes: number): DetailCache {
  const kept = new Map<string, InspectedRequest>();
  let used = 0;

  function drop(ids: readonly string[]): void {
    for (const id of ids) {
      const old = kept.get(id);
      if (old) used -= toCost(old.request);
      kept.delete(id);
    }
  }

  return {
    get(id) {
      const found = kept.get(id);
      if (!found) return undefined;
      // A Map remembers insertion order: putting it back makes it the newest.
      kept.delete(id);
      kept.set(id, found);
      return found;
    },
    put(inspected) {
      const {id} = inspected.request;
      drop([id]);
      kept.set(id, inspected);
      used += toCost(inspected.request);
      for (const oldest of kept.keys()) {
        if (used <= maxBytes || oldest === id) break;
        drop([oldest]);
      }
    },
    drop,
    clear() {
      kept.clear();
      used = 0;
    },
  };
}

function toCost({body, outcome}: CapturedRequest): number {
  const sent = body.kind === 'bytes' || body.kind === 'cut' ? body.bytes.byteLength : 0;
  const answered =
    outcome.state === 'answered' && outcome.body.kind === 'text' ? outcome.body.text.length : 0;
  return BASE_COST + sent * PARSED_FACTOR + answered * 2;
}
