import {type Span, startOfMember} from '../scan-pointers';

/** The formatting of a container, so that new members look like the existing ones. */
export interface ContainerStyle {
  /** Whitespace after a comma. */
  between: string;
  /** The colon with the whitespace around it. */
  colon: string;
  /** Whitespace at the inner edges; only used for a container without members. */
  before: string;
  after: string;
}

/** The part that is read to find out the formatting of a document. */
const SAMPLE_LENGTH = 20_000;

export function readStyle(text: string, container: Span, members: readonly Span[]): ContainerStyle {
  const [first, second] = members;
  const colon = first && first.keyStart >= 0 ? text.slice(first.keyEnd, first.start) : usualColon(text);
  if (!first) return {colon, ...emptyStyle(text, container, colon)};
  if (second) {
    const comma = text.indexOf(',', first.end);
    return {colon, between: text.slice(comma + 1, startOfMember(second)), before: '', after: ''};
  }
  const lead = text.slice(container.start + 1, startOfMember(first));
  return {colon, between: lead === '' ? spaceOf(colon) : lead, before: '', after: ''};
}

function emptyStyle(text: string, container: Span, colon: string): Omit<ContainerStyle, 'colon'> {
  const indent = indentOf(text, startOfMember(container));
  const unit = /\n([ \t]+)\S/.exec(text.slice(0, SAMPLE_LENGTH))?.[1];
  if (indent === null || !unit) return {between: spaceOf(colon), before: '', after: ''};
  const lineBreak = text.slice(0, SAMPLE_LENGTH).includes('\r\n') ? '\r\n' : '\n';
  const before = `${lineBreak}${indent}${unit}`;
  return {between: before, before, after: `${lineBreak}${indent}`};
}

/** The whitespace before a member that begins its line; null if something else is before it. */
function indentOf(text: string, member: number): string | null {
  const lineStart = text.lastIndexOf('\n', member - 1) + 1;
  const indent = text.slice(lineStart, member);
  return /^[ \t]*$/.test(indent) ? indent : null;
}

function usualColon(text: string): string {
  return /"([ \t]*:[ \t]*)["\d[{tfn-]/.exec(text.slice(0, SAMPLE_LENGTH))?.[1] ?? ':';
}

/** Authors who write `"a": 1` also write `[1, 2]`. */
function spaceOf(colon: string): string {
  return /\s$/.test(colon) ? ' ' : '';
}
