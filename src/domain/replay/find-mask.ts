import type {CapturedRequest} from '../capture/captured-request';
import {decodeJson, findEncodedJson} from '../decode/find-encoded-json';

/** `MASK`, not as a part of a longer word, but also directly after a percent-encoded character. */
const mask = /(?:%..|(?<![A-Za-z]))MASKED(?![A-Za-z])/;
/** Text that may be encoded JSON: shorter text can't hold a member. */
const encoded = /[\w+/%-]{16,}={0,2}/g;

/** Whether a text, or JSON that is encoded in it, has the word that replaces credentials. */
export function hasMask(text: string): boolean {
  if (mask.test(text)) return true;
  for (const [word] of text.matchAll(encoded)) {
    const encoding = findEncodedJson(word);
    if (encoding !== null && mask.test(decodeJson(word, encoding))) return true;
  }
  return false;
}

/**
 * Whether the credentials in its body may have been masked: it is from a file, was pasted (null), or its browser
 * session ended. In the body of a page's own request, the same word is what the page sent.
 */
export function mayBeMasked(source: CapturedRequest | null): boolean {
  return source === null || source.origin.tabId === null || source.seenBy.includes('import');
}
