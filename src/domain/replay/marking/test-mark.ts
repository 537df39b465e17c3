import {isSecretHeader} from '../../secrets/secret-names';
import {toBrowserHeader} from '../headers/browser-headers';

/** A header that tells a target that this is a test. */
export interface TestMark {
  name: string;
  value: string;
}

/** These headers have their own rules, which do not consider edits. */
const notForMarks = new Set(['cookie', 'origin', 'referer', 'content-type', 'content-encoding']);

/**
 * Reads `X-Test: 1`. Null if it is not a header, if the browser would write it, and if its name means that it is a
 * credential: its settings are stored on disk.
 */
export function readTestMark(text: string): TestMark | null {
  const [, name = '', value = ''] =
    /^([!#$%&'*+.^_`|~0-9a-z-]+)[ \t]*:[ \t]*([!-~](?:[ -~]*[!-~])?)$/i.exec(text.trim()) ?? [];
  if (name === '' || notForMarks.has(name.toLowerCase()) || isSecretHeader(name)) return null;
  return toBrowserHeader(name, 'extension') === null ? {name, value} : null;
}
