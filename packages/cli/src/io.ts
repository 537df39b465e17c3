/** What the command line has of the world. */
export interface Io {
  /** Current working directory. */
  folder: string;
  version: string;
  /** Whether standard output shows colour. */
  colour: boolean;
  out(text: string): void;
  err(text: string): void;
  /** Shows what is under way, on a terminal only; '' takes it away. */
  progress(text: string): void;
  stdin: AsyncIterable<Uint8Array>;
  /** Resolves when the process is asked to end. */
  untilEnd(): Promise<void>;
}
