import type {Request} from './listen';

/** One request as it arrived, and the server's response. */
export interface ReceivedRequest {
  method: string;
  /** Path and query, as on the wire. Fragments are not sent. */
  url: string;
  httpVersion: string;
  /** In the order and spelling of the wire, without HTTP/2's own `:path` etc. */
  rawHeaders: readonly (readonly [name: string, value: string])[];
  /** The value of a header, by its name in any case; undefined if it was not sent. */
  header(name: string): string | undefined;
  /** Every byte of the body, still compressed if it arrived compressed. */
  body: Buffer;
  /** False: the client disconnected before the end of the body. */
  complete: boolean;
  /** When its headers arrived, in milliseconds since the epoch. */
  at: number;
  /** The response; null while there is none, or if the connection was closed. */
  answer: {status: number; body: string} | null;
}

/** Pairs from a flat list of names and values, which is Node's format of raw headers. */
function toHeaderPairs(flat: readonly string[]): [string, string][] {
  const pairs: [string, string][] = [];
  for (let index = 0; index + 1 < flat.length; index += 2) {
    const name = flat[index] ?? '';
    if (!name.startsWith(':')) pairs.push([name, flat[index + 1] ?? '']);
  }
  return pairs;
}

/** The headers of a request; `readBody` adds the rest. */
export function toReceived(request: Request): ReceivedRequest {
  const rawHeaders = toHeaderPairs(request.rawHeaders);
  return {
    method: request.method ?? '',
    url: request.url ?? '',
    httpVersion: request.httpVersion,
    rawHeaders,
    header: (name) => rawHeaders.find(([candidate]) => candidate.toLowerCase() === name.toLowerCase())?.[1],
    body: Buffer.alloc(0),
    complete: false,
    at: Date.now(),
    answer: null,
  };
}

/** Reads to the end, or until the client disconnects. */
export async function readBody(request: Request, received: ReceivedRequest): Promise<void> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer);
    received.complete = true;
  } catch {
    // The client disconnected: `complete` stays false, and the received part is kept.
  }
  received.body = Buffer.concat(chunks);
}
