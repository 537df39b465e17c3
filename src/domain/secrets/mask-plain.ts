import {MASK} from '../bytes/mask';
import {looksRandom} from './looks-like-token';
import {isSecretMember} from './secret-names';
import {replaceUrlSecrets} from './url-secrets';

/** `name: value` at the start of a line, as YAML, properties and the headers of a message have it. */
const line = /^([ \t]*(?:- {1,8})?'?)([A-Za-z_$][\w.$-]{0,80})('?[ \t]{0,8}:(?=\s|$)[ \t]*)([^\n]*)/;
/** `name=value` among other words, as logs, cookies and attributes of markup have it. */
const pair = /(^|[\s;,&?])([A-Za-z_$][\w.$:-]{0,80})=("[^"\\<>]*"|'[^'\\<>]*'|[^\s;,&"'<>\\{}[\]]+)/g;
const address = /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s"'<>\\{}|^`]+/gi;

/** Does a name or its value make a credential of it? Of everyday words only one whose value looks random. */
export function isSecretPair(name: string, value: string): boolean {
  const isSecret = isSecretMember(name);
  return isSecret === true || (isSecret === 'sometimes' && looksRandom(value));
}

/** Text with the credentials of `name=value` masked. Never takes a quote or bracket away, so that JSON stays JSON. */
export function maskPairs(text: string): string {
  if (!text.includes('=')) return text;
  return text.replace(pair, (found, before: string, name: string, value: string) => {
    const quote = /^["']/.exec(value)?.[0] ?? '';
    const inner = quote === '' ? value : value.slice(1, -1);
    return inner !== '' && isSecretPair(localName(name), inner)
      ? `${before}${name}=${quote}${MASK}${quote}`
      : found;
  });
}

/** A name without the prefix of its XML namespace. */
export function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}

/**
 * Addresses inside text, without their credentials: as everywhere in a text, an everyday word names one only where its
 * value looks random.
 */
export function maskAddresses(text: string): string {
  if (!text.includes('://')) return text;
  return text.replace(address, (url) =>
    replaceUrlSecrets(url, (value, place) =>
      place.kind === 'parameter' && isSecretMember(place.name) === 'sometimes' && !looksRandom(value)
        ? value
        : MASK,
    ),
  );
}

/** Lines of `name: value` with their credentials masked, and with them what is indented below such a name. */
export function maskLines(text: string): string {
  if (!/^[ \t-]*'?[A-Za-z_$][\w.$-]{0,80}'?[ \t]{0,8}:(?:\s|$)/m.test(text)) return text;
  const lines = text.split('\n');
  const isProse = lines.filter((each) => line.test(each)).length < 2;
  const kept: string[] = [];
  let hidden = Number.POSITIVE_INFINITY;
  for (const [at, each] of lines.entries()) {
    const indent = indentOf(each);
    if (indent > hidden) continue;
    if (indent >= 0) hidden = Number.POSITIVE_INFINITY;
    const masked = maskLine(each, isProse);
    if (masked?.hasBlock === true && !isIndented(lines, at + 1, indent)) kept.push(each);
    else {
      if (masked?.hasBlock === true) hidden = indent;
      kept.push(masked?.text ?? each);
    }
  }
  return kept.join('\n');
}

/** -1: there is nothing in the line. */
function indentOf(each: string): number {
  return each.search(/[^ \t\r]/);
}

function isIndented(lines: readonly string[], from: number, indent: number): boolean {
  let at = from;
  while (at < lines.length && indentOf(lines[at] ?? '') < 0) at++;
  return indentOf(lines[at] ?? '') > indent;
}

function maskLine(each: string, isProse: boolean): {text: string; hasBlock: boolean} | null {
  const [, before = '', name = '', colon = '', rest = ''] = line.exec(each) ?? [];
  const value = rest.trimEnd();
  const [, quote = '', inner = '', tail = ''] = /^(["']?)(.*?)\1([,;]?)$/.exec(value) ?? [];
  if (name === '' || !isSecretPair(name, inner) || /^(?:null|~|\{\}|\[\]|true|false)$/.test(inner))
    return null;
  const hasBlock = /^(?:[|>][+-]?\d?)?$/.test(inner) && quote === '';
  // "Password: required." is a sentence; where more lines have names it is a file of them.
  if (isProse && !hasBlock && /^.[a-z\s.,!?]*$/.test(inner)) return null;
  if (hasBlock) return {text: `${before}${name}${colon.trimEnd()} ${MASK}`, hasBlock};
  const end = rest.slice(value.length);
  return inner === ''
    ? null
    : {text: `${before}${name}${colon}${quote}${MASK}${quote}${tail}${end}`, hasBlock};
}
