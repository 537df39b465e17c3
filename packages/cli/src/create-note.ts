import {toSafeText} from '@track-inspector/core';
import type {Io} from './io';

/** Writes notes to standard error: what was left out or is not checked. */
export function createNote({err}: Pick<Io, 'err'>): (text: string) => void {
  return (text) => err(`note: ${toSafeText(text)}\n`);
}
