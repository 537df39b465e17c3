import {escapeHidden} from '../bytes/hidden-characters';

/** Readers of XML replace line breaks and tabs in an attribute by spaces, unless they are written as numbers. */
export function escapeXmlAttribute(text: string): string {
  return escapeXml(text).replace(/[\t\n\r]/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** XML 1.0 cannot contain control characters and lone surrogates: they become `\u0000` and the replacement character. */
export function escapeXml(text: string): string {
  return escapeHidden(text)
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
