import {type CapturedRequest, isWhollySecret, MASK, maskText, readBody} from '../domain';

const MAX_KNOWN = 5000;

/**
 * Masks in words what a request holds in members that are secret, wherever else its value comes up, and what looks like a
 * token. Credentials of headers and addresses are gone since the request was read. For the requests of one recording: its
 * messages repeat, and to look for a credential in one costs more than to make it.
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
    const reading = readBody(request.body, request.headers);
    const secrets = reading.kind === 'json' ? findSecrets(reading.value) : [];
    return (text) => secrets.reduce(maskSecret, maskKnown(text));
  };
}

/** A shorter one occurs inside many words by chance, so it is only masked as a whole word. */
const MIN_LENGTH = 8;

function maskSecret(text: string, secret: string): string {
  if (secret.length >= MIN_LENGTH) return text.replaceAll(secret, MASK);
  const escaped = secret.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}_])${escaped}(?![\\p{L}\\p{N}_])`, 'gu'), MASK);
}

/** Longest first, so that none is cut by another within it. A stack, since a hostile body may be deep. */
function findSecrets(body: unknown): string[] {
  const found = new Set<string>();
  const open: unknown[] = [body];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, member] of Object.entries(value)) {
      if (typeof member !== 'string') open.push(member);
      else if (isWhollySecret(name, member)) found.add(member);
    }
  }
  return [...found].sort((a, b) => b.length - a.length);
}
