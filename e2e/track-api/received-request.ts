import type {Request} from './listen';

/** One request as it arrived, and what the server answered. */
export interface ReceivedRequest {
  method: string;
  /** Path and query, as on the wire. A fragment never gets here. */
  url: string;
  httpVersion: string;
  /** In the order and spelling of the wire; HTTP/2's own `:path` and the like left out. */
  rawHeaders: readonly (readonly [name: string, value: string])[];
  /** The value of a header, by its name in any case; undefined where it was not sent. */
  header(name: string): string | undefined;
  /** Every byte of the body, still compressed if it came so. */
  body: Buffer;
  /** False: the sender went away before the body's end. */
  complete: boolean;
  /** When its head arrived, milliseconds since the epoch. */
  at: number;
  /** What was answered; null while nothing has been, or the connection was dropped. */
  answer: {status: number; body: string} | null;
}

/** Pairs of a flat list of names and values, as Node gives raw headers. */
function toHeaderPairs(flat: readonly string[]): [string, string][] {
  const pairs: [string, string][] = [];
  for (let index = 0; index + 1 < flat.length; index += 2) {
    const name = flat[index] ?? '';
    if (!name.startsWith(':')) pairs.push([name, flat[index + 1] ?? '']);
  }
  return pairs;
}

/** The head of a request; `readBody` adds the rest. */
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

/** Reads to the end, or to the point where the sender went away. */
export async function readBody(request: Request, received: ReceivedRequest): Promise<void> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer);
    received.complete = true;
  } catch {
    // The sender went away: `complete` stays false, and what came is kept.
  }
  received.body = Buffer.concat(chunks);
}
