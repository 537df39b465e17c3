import type {ReopenedDraft} from './draft-store';

/**
 * Restores the header edits and the choice of credentials that a draft had before a replay was opened in it; null: no
 * header edits were replaced.
 */
export function toHeaderRestore({
  session: {choices, choose},
  before: {headers, credentials},
}: ReopenedDraft): (() => void) | null {
  const isSame = JSON.stringify(headers) === JSON.stringify(choices.peek().headers);
  return isSame || headers.length === 0 ? null : () => choose({headers, credentials});
}
