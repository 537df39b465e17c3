import {randomBytes} from 'node:crypto';

/** Text that nothing else has a part of, and no compressor can shorten much. */
export function createMark(): string {
  return randomBytes(36).toString('base64url');
}
