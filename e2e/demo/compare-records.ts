/** One request, as the panel recorded it or as the server received it. */
export interface RequestSummary {
  method: string;
  url: string;
  bytes: number;
  /** SHA-256 of the body, hexadecimal; null if the body is not known. */
  hash: string | null;
  /** null: no response. */
  status: number | null;
}

export interface Comparison {
  /** As sentences; empty if both agree. */
  differences: readonly string[];
}

/** Compares the panel's record with the server's: the same requests, each once, with the same bytes and responses. */
export function compareRecords(
  captured: readonly RequestSummary[],
  received: readonly RequestSummary[],
): Comparison {
  const left = captured.map(toLine);
  const missing = received.map(toLine).filter((line) => !takeFrom(left, line));
  return {
    differences: [
      ...missing.map((line) => `The server received, and the panel does not have: ${line}`),
      ...left.map((line) => `The panel has, and the server did not receive: ${line}`),
    ],
  };
}

function toLine({method, url, bytes, hash, status}: RequestSummary): string {
  return `${method.toUpperCase()} ${url}, ${bytes} bytes, SHA-256 ${hash ?? 'unknown'}, answer ${status ?? 'none'}`;
}

function takeFrom(lines: string[], line: string): boolean {
  const index = lines.indexOf(line);
  if (index >= 0) lines.splice(index, 1);
  return index >= 0;
}
