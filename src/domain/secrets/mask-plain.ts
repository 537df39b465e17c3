import {MASK} from '../bytes/mask';
import {looksRandom} from './looks-like-token';
import {isSecretMember} from './secret-names';
import {replaceUrlSecrets} from './url-secrets';

/** `name: value` at the start of a line, as in YAML, properties and the headers of a message. */
const line = /^([ \t]*(?:- {1,8})?'?)([A-Za-z_$][\w.$-]{0,80})('?[ \t]{0,8}:(?=\s|$)[ \t]*)([^\n]*)/;
/** `name=value` among other words, as in logs, cookies and markup attributes. */
const pair = /(^|[\s;,&?])([A-Za-z_$][\w.$:-]{0,80})( ?= ?)("[^"\\<>]*"|'[^'\\<>]*'|[^\s;,&"'<>\\{}[\]]+)/g;
/** The headers and the login of a `curl` command, which tools and people put into logs. */
const curlHeader = /'([\w-]{1,80})(: {0,8})([^'\n]+)'/g;
const curlLogin = /(\s(?:-u|--user)[ =]?['"]?[^\s:'"]{1,100}:)[^\s'"\\]+/g;
const address = /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s"'<>\\{}|^`]+/gi;

/** Whether a name or its value makes it a credential. For everyday words, only if the value looks random. */
export function isSecretPair(name: string, value: string): boolean {
  const isSecret = isSecretMember(name);
  return isSecret === true || (isSecret === 'sometimes' && looksRandom(value));
}

/** Text with the credentials of `name=value` masked. Never removes a quote or bracket, so that JSON stays JSON. */
export function maskPairs(text: string): string {
  if (!text.includes('=')) return text;
  return text.replace(pair, (found, before: string, name: string, sign: string, value: string) => {
    const quote = /^["']/.exec(value)?.[0] ?? '';
    const inner = quote === '' ? value : value.slice(1, -1);
    return inner !== '' && isSecretPair(localName(name), inner)
      ? `${before}${name}${sign}${quote}${MASK}${quote}`
      : found;
  });
}

/** Masks the credentials of a `curl` command, whose headers are in single quotes here: double quotes are read as members. */
export function maskCommand(text: string): string {
  if (!text.includes('curl ')) return text;
  return text
    .replace(curlHeader, (found, name: string, colon: string, value: string) =>
      isSecretPair(name, value) ? `'${name}${colon}${MASK}'` : found,
    )
    .replace(curlLogin, `$1${MASK}`);
}

/** A name without its XML namespace prefix. */
export function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}

/** Masks the credentials of addresses inside text: as in all text, an everyday word only counts if its value looks random. */
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

/** Masks credentials in lines of `name: value`, including indented lines below such a name. */
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

/** -1: the line is empty. */
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
  // "Password: required." is a sentence; if more lines have names, it is a file of them.
  if (isProse && !hasBlock && /^.[a-z\s.,!?]*$/.test(inner)) return null;
  if (hasBlock) return {text: `${before}${name}${colon.trimEnd()} ${MASK}`, hasBlock};
  const end = rest.slice(value.length);
  return inner === ''
    ? null
    : {text: `${before}${name}${colon}${quote}${MASK}${quote}${tail}${end}`, hasBlock};
}
