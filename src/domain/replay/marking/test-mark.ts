import {isSecretHeader} from '../../secrets/secret-names';
import {toBrowserHeader} from '../headers/browser-headers';

/** A header that tells a target: this is a test. */
export interface TestMark {
  name: string;
  value: string;
}

/** Theirs by rules that know no edits. */
const notForMarks = new Set(['cookie', 'origin', 'referer', 'content-type', 'content-encoding']);

/**
 * Reads `X-Test: 1`. Null where it is no header, where the browser would write it, and where its name says that it is a
 * credential: the settings it is in are stored on disk.
 */
export function readTestMark(text: string): TestMark | null {
  const [, name = '', value = ''] =
    /^([!#$%&'*+.^_`|~0-9a-z-]+)[ \t]*:[ \t]*([!-~](?:[ -~]*[!-~])?)$/i.exec(text.trim()) ?? [];
  if (name === '' || notForMarks.has(name.toLowerCase()) || isSecretHeader(name)) return null;
  return toBrowserHeader(name, 'extension') === null ? {name, value} : null;
}
