import {MASK} from '../bytes/mask';
import {decodeJson, encodeJson, findEncodedJson, type TextEncoding} from '../decode/find-encoded-json';
import {COLON, COMMA, endOfString, endOfValue, QUOTE, readString, skipWhitespace} from '../json/scan';
import {looksRandom, maskTokens} from './looks-like-token';
import {maskMarkup} from './mask-markup';
import {isSecretPair, maskAddresses, maskCommand, maskLines, maskPairs} from './mask-plain';
import {isCount, isSecretMember} from './secret-names';

/** Encoded JSON shorter than this cannot contain a credential with its name. */
const SHORT = 16;

/** The maximum depth of JSON inside strings of JSON; a deeper string is masked as a whole. */
const MAX_DEPTH = 4;

/**
 * The text with its credentials masked and all other characters unchanged: members of JSON (also invalid JSON),
 * fields of forms, elements of XML, lines of YAML and of headers that have a secret name, whatever the type of their
 * value, JSON inside their strings, credentials of addresses, and everything that looks like a token. The same text
 * if there is none. Takes linear time.
 */
export function maskText(text: string): string {
  return maskAt(text, 0);
}

function maskAt(text: string, depth: number): string {
  const encoding = findEncodedJson(text);
  if (encoding !== null) return maskEncoded(text, encoding, depth);
  const start = skipWhitespace(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);
  const first = text.charAt(start);
  const isLikeJson = first === '{' || first === '[' || first === '"';
  if (!isLikeJson && isForm(text)) return maskTokens(maskForm(text, depth));
  if (isEncodedAddress(text)) return maskEncodedAddress(text, depth);
  const members = maskLoose(maskMembers(text, depth));
  // Tags in JSON are inside its strings, which are checked one by one.
  const byName = isLikeJson ? members : maskMultipart(maskLines(maskMarkup(maskCommand(members))));
  return maskTokens(maskAddresses(maskPairs(byName)));
}

/** Text that was found inside another. */
function maskDeeper(text: string, depth: number): string {
  return depth < MAX_DEPTH ? maskAt(text, depth + 1) : MASK;
}

/** JSON that was encoded before it was sent, as by libraries that send it as a parameter. */
function maskEncoded(text: string, encoding: TextEncoding, depth: number): string {
  const json = decodeJson(text, encoding);
  const masked = maskDeeper(json, depth);
  return masked === json ? text : encodeJson(masked, encoding);
}

/** `https%3A%2F%2Fh.test%2F%3Fa%3Db`, as in the headers of proxies. */
function isEncodedAddress(text: string): boolean {
  return /%(?:25)*3d|%3a%2f%2f/i.test(text) && !/[\s"'{}[\]<>]/.test(text);
}

function maskEncodedAddress(text: string, depth: number): string {
  const plain = decodeForm(text);
  const masked = maskDeeper(plain, depth);
  return masked === plain ? maskTokens(text) : encodeURIComponent(masked);
}

const looseMember =
  /([{(,]\s{0,1000})(['"]?)([A-Za-z_$][\w.$-]{1,80})\2(\s{0,1000}:\s{0,1000})('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[^\s,'"{}[\]]+)/gs;

/** Members as written in JavaScript, with names and values in other quotes or none, which JSON does not have. */
function maskLoose(text: string): string {
  if (!text.includes('{') || !/[{(,]\s{0,1000}['A-Za-z_$]|:\s{0,1000}'/.test(text) || isJson(text))
    return text;
  return text.replace(
    looseMember,
    (found, before: string, quote: string, name: string, colon: string, value: string) => {
      const own = /^['"]/.exec(value)?.[0] ?? '';
      return isSecretMember(name) === true &&
        (own === '' ? !isEmpty(value) && !isCount(name, value) : value.length > 2)
        ? `${before}${quote}${name}${quote}${colon}${own}${MASK}${own}`
        : found;
    },
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** `a=b&c=d`: without blanks, quotes and brackets, which would be encoded. */
function isForm(text: string): boolean {
  return /^[^\s"{}[\]<>=]*=[^\s"{}[\]<>]*\s*$/.test(text);
}

function maskForm(text: string, depth: number): string {
  return text.replace(/(^|&)([^=&]*)=([^&]*)/g, (found, mark: string, name: string, value: string) => {
    const masked = maskValue(decodeForm(name), decodeForm(value), depth);
    return masked === null ? found : `${mark}${name}=${encodeURIComponent(masked)}`;
  });
}

/**
 * The value of a field or member as it may be shown; null if it can stay unchanged.
 * @param value decoded
 */
export function maskValue(name: string, value: string, depth = 0): string | null {
  if (value === '') return null;
  if (isSecretPair(name, value)) return MASK;
  const masked = maskNested(value, depth);
  return masked === value ? null : masked;
}

/** Whether the whole value of a field or member is a credential, and not only a part of it. */
export function isWhollySecret(name: string, value: string): boolean {
  if (value === '') return false;
  return isSecretPair(name, value) || (value !== MASK && maskTokens(value) === MASK);
}

/** Text inside text: only text that could contain members or a form is checked again. */
function maskNested(value: string, depth: number): string {
  const encoding = value.length < SHORT ? null : findEncodedJson(value);
  if (encoding !== null) return maskEncoded(value, encoding, depth);
  if (!/[{[=<]|:\s|:\/\/|%(?:25)*3d/i.test(value)) return maskTokens(value);
  return maskDeeper(value, depth);
}

/** Searches for `"name": value` anywhere, so the text around it need not be JSON. */
function maskMembers(text: string, depth: number): string {
  const parts: string[] = [];
  let end = 0;
  let quote = text.indexOf('"');
  let named: Named | null = null;
  while (quote >= 0) {
    const behind = Math.min(endOfString(text, quote), text.length);
    const colon = skipWhitespace(text, behind);
    let next = behind;
    if (text.charCodeAt(colon) === COLON) {
      const value = skipWhitespace(text, colon + 1);
      const own = readString(text, quote, behind);
      const name = named !== null && isValueOf(text, named, own, quote) ? named.name : own;
      const masked = maskMember(text, {name, value, depth});
      next = masked?.end ?? value;
      named = masked !== undefined && isNaming(own) ? readNamed(text, value, masked.end) : null;
      if (masked?.text !== undefined) {
        parts.push(text.slice(end, value), masked.text);
        end = masked.end;
      }
    } else {
      const masked = maskString(text, quote, behind, depth);
      const paired = masked === null ? readPaired(text, quote, behind) : null;
      if (masked !== null) {
        parts.push(text.slice(end, quote), masked);
        end = behind;
      } else if (paired !== null) {
        parts.push(text.slice(end, paired.start), `"${MASK}"`);
        end = paired.end;
        next = end;
      }
    }
    quote = text.indexOf('"', next);
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(end);
}

/**
 * The value after a secret name in a list of headers: `["x-api-key","…"]`, also with more names and values in the same
 * list. Null if the list may be one of names, as `["password","email"]`.
 */
function readPaired(text: string, start: number, end: number): {start: number; end: number} | null {
  const comma = skipWhitespace(text, end);
  if (text.charCodeAt(comma) !== COMMA || end - start > 200) return null;
  const value = skipWhitespace(text, comma + 1);
  if (text.charCodeAt(value) !== QUOTE || isSecretMember(readString(text, start, end)) !== true) return null;
  const valueEnd = Math.min(endOfString(text, value), text.length);
  const isName = /^"[a-z_-]*"?$/i.test(text.slice(value, valueEnd));
  return isName || text.charCodeAt(skipWhitespace(text, valueEnd)) === COLON
    ? null
    : {start: value, end: valueEnd};
}

/** The name in `{"name": "token", "value": "…"}`, and where it ends. */
interface Named {
  name: string;
  end: number;
}

function isNaming(member: string): boolean {
  return /^(?:name|key|header)$/.test(member);
}

function readNamed(text: string, start: number, end: number): Named | null {
  return text.charCodeAt(start) === QUOTE && end - start < 200
    ? {name: readString(text, start, end), end}
    : null;
}

/** Whether it is the member directly after the name. */
function isValueOf(text: string, {end}: Named, member: string, start: number): boolean {
  if (member !== 'value') return false;
  const comma = skipWhitespace(text, end);
  return text.charCodeAt(comma) === COMMA && skipWhitespace(text, comma + 1) === start;
}

/** The replacement of a member's value, and its end; undefined: it stays, and its contents are still to be checked. */
function maskMember(
  text: string,
  {name, value, depth}: {name: string; value: number; depth: number},
): {text?: string; end: number} | undefined {
  const isString = text.charCodeAt(value) === QUOTE;
  const isSecret = isSecretMember(name);
  if (isSecret === true) {
    const end = Math.min(endOfValue(text, value), text.length);
    const raw = text.slice(value, Math.min(end, value + 20));
    return isEmpty(raw) || isCount(name, raw) ? {end} : {text: `"${MASK}"`, end};
  }
  if (!isString) return undefined;
  const end = Math.min(endOfString(text, value), text.length);
  if (isSecret === 'sometimes' && looksRandom(readString(text, value, end))) return {text: `"${MASK}"`, end};
  const masked = maskString(text, value, end, depth);
  return masked === null ? {end} : {text: masked, end};
}

/** Values without content: the reader should see that they were empty. */
function isEmpty(raw: string): boolean {
  return /^(?:""|null|false|true,?)?$/.test(raw);
}

/** A string whose text contains members, a form or a token; null if it stays unchanged. */
function maskString(text: string, start: number, end: number, depth: number): string | null {
  // Bodies contain thousands of short words; texts of that length cannot contain a credential.
  if (end - start < 10) return null;
  const value = readString(text, start, end);
  const masked = maskNested(value, depth);
  return masked === value ? null : JSON.stringify(masked);
}

/** Fields of `multipart/form-data`: their names are in a header of their part, their values extend to the boundary. */
function maskMultipart(text: string): string {
  if (!text.includes('form-data')) return text;
  const boundary = `\n${/--[^\r\n]*/.exec(text)?.[0]}`;
  return text
    .split(boundary)
    .map((part) => {
      const name = /\bname(?:\*=utf-8'[^']*'|="?)([^"\r\n;]{1,200})/i.exec(part)?.[1];
      const head = /\r?\n\r?\n/.exec(part);
      if (name === undefined || head === null) return part;
      const start = head.index + head[0].length;
      const end = part.endsWith('\r') ? part.length - 1 : part.length;
      const masked = maskValue(name, part.slice(start, end));
      return masked === null ? part : part.slice(0, start) + masked + part.slice(end);
    })
    .join(boundary);
}

/** Decodes like a form: never throws, since a hostile body could cause an exception for each field. */
function decodeForm(text: string): string {
  return /[%+]/.test(text) ? (new URLSearchParams(`a=${text}`).get('a') ?? text) : text;
}
