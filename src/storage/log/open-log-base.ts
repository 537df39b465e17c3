import {keepOpen} from '../keep-open';
import {openCaptureDatabase} from './capture-database';
import type {CaptureLogEvent} from './capture-log';
import type {Limits} from './keep-limits';
import type {WriterContext} from './writer-context';

export interface CaptureLogOptions {
  /** ID of the browser session; see `open-session.ts`. */
  session: string;
  /** Per tab, read for every write. */
  limits(): Limits;
  /** False: new requests of the page that were sent at this time (milliseconds since the epoch) are ignored. */
  recording?(at: number): boolean;
  /** Called before observations are written: what `recording` knows may be behind. */
  beforeWrite?(): Promise<void>;
  onEvent?(event: CaptureLogEvent): void;
  /** In milliseconds, how long later phases of a request may wait to be written together; see `observation-queue.ts`. */
  writeInterval?: number;
  newId?(): string;
  /** Milliseconds since the epoch. */
  now?(): number;
  /** Name of the database. */
  name?: string;
}

/** The open database, and what every write needs. */
export interface LogBase extends WriterContext {
  close(): void;
}

/** Opens the log that all contexts of the extension share. Rejects if IndexedDB is not available. */
export async function openLogBase(options: CaptureLogOptions): Promise<LogBase> {
  const {session, limits, onEvent = () => undefined, now = Date.now} = options;
  const {use, close} = keepOpen((onClosed) => openCaptureDatabase(options.name, onClosed));
  await use();
  return {use, close, session, limits, onEvent, now, arrive: createArrivals(now)};
}

/** Times of arrival that increase with each call, even if the clock was set back. */
function createArrivals(now: () => number): () => number {
  let last = 0;
  return () => {
    last = Math.max(now(), last + 0.001);
    return last;
  };
}
