import type {Awaited, Fault} from './find-fault';
import type {JsonErrorCause} from './json-error-cause';

export interface ClassifiedFault {
  offset: number;
  /** Number of faulty UTF-16 units; 0 at the end of the text. */
  length: number;
  cause: JsonErrorCause;
}

const FOREIGN_LITERAL = /^(?:true|false|null|none|nil|yes|no)$/i;
const INVISIBLE = /^[\p{Cf}\p{Zs}\p{Zl}\p{Zp}\p{Cc}]/u;
const KEY_STATES: readonly Awaited[] = ['first-key', 'key'];
const COMMA_STATES: readonly Awaited[] = ['array-comma', 'object-comma'];

/** Determines the most likely mistake behind a fault, and its extent in the text. */
export function classifyError(text: string, {offset, awaited}: Fault): ClassifiedFault {
  const window = text.slice(offset, offset + 200);
  const at = (cause: JsonErrorCause, length = 1): ClassifiedFault => ({offset, length, cause});
  if (window === '') return at(awaited === 'document' ? 'empty' : 'truncated', 0);
  if (awaited === 'string') return at('control-character');
  if (awaited === 'escape') return classifyEscape(text, offset, window);
  const comment = lengthOfComment(text, offset);
  if (comment > 0) return at('comments', comment);
  if (offset === 0 && window.startsWith('\ufeff')) return at('byte-order-mark');
  if (INVISIBLE.test(window)) return at('invisible-character');
  if (/^['`]/.test(window)) return at('single-quotes', /^'[^'\n]*'|^`[^`\n]*`|^./.exec(window)?.[0].length);
  if (/^[\u2018-\u201f\u00ab\u00bb]/.test(window)) return at('smart-quotes');
  const placeholder = classifyPlaceholder(offset, awaited, window);
  if (placeholder) return placeholder;
  if (awaited === 'end') return at(classifyRest(window));
  if (/^[\]}]/.test(window) && awaited === 'document') return at('extra-bracket');
  if (/^[\]}]/.test(window)) return classifyClosing(text, offset, awaited);
  if (awaited === 'colon') return at('missing-colon');
  if (COMMA_STATES.includes(awaited))
    return at(startsValue(window) ? 'missing-comma' : 'unexpected-character');
  if (window.startsWith(',') && (awaited === 'first-key' || awaited === 'first-element'))
    return at('leading-comma');
  if (window.startsWith(':') && KEY_STATES.includes(awaited)) return at('missing-key');
  if (window.startsWith(',') && awaited === 'key') return at('extra-comma');
  if (/^[,:]/.test(window)) return at('missing-value');
  return classifyWord(text, offset, awaited, window);
}

function classifyEscape(text: string, offset: number, window: string): ClassifiedFault {
  const length = window.startsWith('\\u') ? (/^\\u[\da-f]{0,4}/i.exec(window)?.[0].length ?? 2) : 2;
  if (offset + length >= text.length && /^\\(?:u[\da-f]{0,3})?$/i.test(window)) {
    return {offset: text.length, length: 0, cause: 'truncated'};
  }
  return {offset, length, cause: 'bad-escape'};
}

/** `//` or `#` to the end of the line; a block comment to its end, or to the end of the text. 0: there is none. */
export function lengthOfComment(text: string, offset: number): number {
  const start = text.slice(offset, offset + 2);
  if (start === '/*') {
    const end = text.indexOf('*/', offset + 2);
    return (end < 0 ? text.length : end + 2) - offset;
  }
  if (start !== '//' && !start.startsWith('#')) return 0;
  const lineBreak = /[\r\n]|$/g;
  lineBreak.lastIndex = offset;
  return (lineBreak.exec(text)?.index ?? text.length) - offset;
}

/** The first brace of `{{user}}` is valid JSON, so the fault is at the second. */
function classifyPlaceholder(offset: number, awaited: Awaited, window: string): ClassifiedFault | null {
  const braces = /^\{[^{}\n]*\}\}/.exec(window);
  if (braces && awaited === 'first-key') {
    return {offset: offset - 1, length: braces[0].length + 1, cause: 'placeholder'};
  }
  if (awaited === 'document' && /^<(?:[!?]|\w+[\s>/])/.test(window))
    return {offset, length: 1, cause: 'markup'};
  const other = /^(?:\$\{[^}\n]*\}|<[\w .-]+>|%[\w.-]+%)/.exec(window);
  return other ? {offset, length: other[0].length, cause: 'placeholder'} : null;
}

function classifyRest(window: string): JsonErrorCause {
  if (/^(?:,\s*)?[{["]/.test(window)) return 'concatenated';
  if (/^[\]}]/.test(window)) return 'extra-bracket';
  return 'extra-text';
}

/** A closing bracket in place of a value: mostly the comma before it is the mistake. */
function classifyClosing(text: string, offset: number, awaited: Awaited): ClassifiedFault {
  const isMatching = text.charAt(offset) === (awaited === 'key' ? '}' : ']');
  if ((awaited === 'key' || awaited === 'element') && isMatching) {
    return {offset: text.lastIndexOf(',', offset), length: 1, cause: 'trailing-comma'};
  }
  const cause =
    awaited === 'member-value' && text.charAt(offset) === '}' ? 'missing-value' : 'mismatched-bracket';
  return {offset, length: 1, cause: awaited === 'colon' ? 'missing-colon' : cause};
}

function startsValue(window: string): boolean {
  return /^(?:["{[\d-]|true\b|false\b|null\b)/.test(window);
}

function classifyWord(text: string, offset: number, awaited: Awaited, window: string): ClassifiedFault {
  const word = /^[^\s,:[\]{}"'/]+/.exec(window)?.[0] ?? window.charAt(0);
  const at = (cause: JsonErrorCause): ClassifiedFault => ({offset, length: word.length, cause});
  if (KEY_STATES.includes(awaited))
    return at(/^[\p{L}\p{N}_$]/u.test(word) ? 'unquoted-key' : 'unexpected-character');
  if (offset + word.length === text.length && isCutScalar(word)) {
    return {offset: text.length, length: 0, cause: 'truncated'};
  }
  if (/^[+-]?(?:NaN|Infinity)$/.test(word)) return at('nan');
  if (word === 'undefined') return at('undefined');
  if (FOREIGN_LITERAL.test(word)) return at('foreign-literal');
  if (/^[+\-.]*\d/.test(word) || word === '-') return at('bad-number');
  return at(/^[\p{L}_$]/u.test(word) ? 'unquoted-text' : 'unexpected-character');
}

/** The text ends within a number or literal that could still be completed. */
function isCutScalar(word: string): boolean {
  const isLiteral = ['true', 'false', 'null'].some((literal) => literal.startsWith(word));
  return isLiteral || /^-?(?:0|[1-9]\d*)?(?:\.|(?:\.\d+)?[eE][+-]?)?$/.test(word);
}
