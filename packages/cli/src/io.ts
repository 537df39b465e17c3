/** The streams and other I/O that the command line uses. */
export interface Io {
  /** Current working directory. */
  folder: string;
  version: string;
  /** Whether standard output supports colours. */
  colour: boolean;
  out(text: string): void;
  err(text: string): void;
  /** Shows progress, on a terminal only; '' removes it. */
  progress(text: string): void;
  stdin: AsyncIterable<Uint8Array>;
  /** Calls the listener each time the process is asked to end, instead of ending it. */
  onSignal(listener: (signal: 'SIGINT' | 'SIGTERM') => void): void;
}
