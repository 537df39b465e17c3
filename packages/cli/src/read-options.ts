import type {Settings} from '@track-inspector/core';

/** How a recording is read. */
export interface ReadOptions {
  /** As it was named. */
  file: string;
  settings: Settings;
  /** Address for a body that was recorded without one. */
  url: string | undefined;
  newId(): string;
  note(text: string): void;
}
