import type {Settings} from '@track-inspector/core';

/** How a recording is read. */
export interface ReadOptions {
  /** As the user wrote it. */
  file: string;
  settings: Settings;
  /** Address for a body that was recorded without one. */
  url: string | undefined;
  newId(): string;
  note(text: string): void;
}
