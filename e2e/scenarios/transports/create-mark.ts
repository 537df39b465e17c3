import {randomBytes} from 'node:crypto';

/** Unique text that compressors cannot shorten much. */
export function createMark(): string {
  return randomBytes(36).toString('base64url');
}
