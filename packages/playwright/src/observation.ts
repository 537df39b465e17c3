/** A captured request. */
export interface Observation {
  /** Milliseconds since the epoch. */
  startedAt: number;
  method: string;
  url: string;
  headers: Record<string, string>;
  /** Null: its body could not be captured; empty: it has no body. */
  body: Buffer | null;
  response: {status: number; statusText: string; headers: Record<string, string>; body: Buffer | null} | null;
}
