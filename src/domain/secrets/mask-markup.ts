import {MASK} from '../bytes/mask';
import {isSecretPair, localName} from './mask-plain';
import {isSecretMember} from './secret-names';

const openTag = /<([A-Za-z_][\w:.-]{0,80})((?:\s[^<>]{0,2000})?)>/g;
const closeTag = /<\/([A-Za-z_][\w:.-]{0,80})>/g;
const anyTag = /<[A-Za-z_][^<>]{1,4000}>/g;
const attribute = /(?:^|\s)([\w:.-]{1,80})\s{0,8}=\s{0,8}("[^"<>]*"|'[^'<>]*')/g;

/**
 * XML or HTML with its credentials masked: elements with a secret name, including their contents, and values whose
 * name is in an attribute next to them. Takes linear time.
 */
export function maskMarkup(text: string): string {
  return /<[A-Za-z_]/.test(text) ? maskElements(text).replace(anyTag, maskNamedValue) : text;
}

/** `<add key="ApiKey" value="…"/>`, `<input name="token" value="…">`. */
function maskNamedValue(tag: string): string {
  const attributes = [...tag.matchAll(attribute)].map(([, name = '', value = '']) => ({name, value}));
  const named = attributes.find(({name}) => /^(?:name|key|id)$/i.test(name))?.value.slice(1, -1);
  const value = attributes.find(({name}) => /^(?:value|content)$/i.test(name))?.value;
  if (named === undefined || value === undefined || value.length < 3) return tag;
  const quote = value.charAt(0);
  return isSecretPair(named, value.slice(1, -1)) ? tag.replace(value, () => quote + MASK + quote) : tag;
}

function maskElements(text: string): string {
  const parts: string[] = [];
  const lastEnds = new Map([...text.matchAll(closeTag)].map(({1: name = '', index}) => [name, index]));
  let end = 0;
  for (const tag of text.matchAll(openTag)) {
    const [whole, name = '', attributes = ''] = tag;
    const start = tag.index + whole.length;
    if (start < end || attributes.endsWith('/') || isSecretMember(localName(name)) === false) continue;
    // An element that is not closed was truncated: its value extends to the next tag.
    const isClosed = (lastEnds.get(name) ?? -1) >= start;
    const until = isClosed ? text.indexOf(`</${name}>`, start) : text.indexOf('<', start);
    const stop = until < 0 ? text.length : until;
    const value = text.slice(start, stop).trim();
    if (value === '' || !isSecretPair(localName(name), value)) continue;
    parts.push(text.slice(end, start), MASK);
    end = stop;
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(end);
}
