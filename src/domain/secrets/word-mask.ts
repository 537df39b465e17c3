import {MASK} from '../bytes/mask';
import type {CapturedRequest} from '../capture/captured-request';
import {readBody} from '../decode/read-body';
import {isWhollySecret, maskText} from './mask-text';
import {nameBeside} from './secret-value';

const MAX_KNOWN = 5000;

/**
 * Masks the values of a request's secret members in issue texts, wherever they appear, and everything that looks like
 * a token. Credentials of headers and addresses were removed when the request was read. Made once per recording or
 * list: its messages repeat, and searching one for credentials costs more than making it.
 */
export function createWordMasks(): (request: CapturedRequest) => (text: string) => string {
  const known = new Map<string, string>();

  function maskKnown(text: string): string {
    const before = known.get(text);
    if (before !== undefined) return before;
    const masked = maskText(text);
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(text, masked);
    return masked;
  }

  return (request) => {
    let secrets: string[] | null = null;
    return (text) => {
      // Most requests of a coverage have no issue, so that their body need not be read again.
      secrets ??= secretsOfBody(request);
      return secrets.reduce(maskSecret, maskKnown(text));
    };
  };
}

function secretsOfBody(request: CapturedRequest): string[] {
  const reading = readBody(request.body, request.headers);
  return reading.kind === 'json' ? findSecrets(reading.value) : [];
}

/** A shorter secret can occur inside of words by chance, so it is only masked as a whole word. */
const MIN_LENGTH = 8;

function maskSecret(text: string, secret: string): string {
  return secret.length >= MIN_LENGTH ? text.replaceAll(secret, MASK) : maskWord(text, secret);
}

function maskWord(text: string, word: string): string {
  const parts: string[] = [];
  let end = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const behind = at + word.length;
    if (isOfWord(text.charAt(at - 1)) || isOfWord(text.charAt(behind))) continue;
    parts.push(text.slice(end, at), MASK);
    end = behind;
  }
  return parts.join('') + text.slice(end);
}

function isOfWord(char: string): boolean {
  return /[\p{L}\p{N}_]/u.test(char);
}

/**
 * Longest first, so that a secret is not cut by a shorter one inside of it. Uses a stack, since a hostile body may be
 * deep.
 */
function findSecrets(body: unknown): string[] {
  const found = new Set<string>();
  const open: unknown[] = [body];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, member] of Object.entries(value)) {
      if (typeof member !== 'string') open.push(member);
      else if (isWhollySecret(key, member) || isWhollySecret(nameBeside(value, key, member), member)) {
        found.add(member);
      }
    }
  }
  return [...found].sort((a, b) => b.length - a.length);
}
