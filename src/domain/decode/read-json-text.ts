import {findFirstError} from '../json/faults/first-error';
import {DEEP, isDeeperThan, TOO_DEEP} from '../json/faults/max-depth';
import type {JsonValue} from '../json/json-value';
import type {BodyFinding} from './body-finding';

/** `ok` can have findings too: a byte order mark is skipped and reported. */
export type JsonTextReading =
  | {ok: true; value: JsonValue; findings: BodyFinding[]}
  | {ok: false; findings: BodyFinding[]};

/** Reads the text of a body or a draft: one JSON.parse, and the search for the fault only if it fails. */
export function readJsonText(text: string): JsonTextReading {
  const findings: BodyFinding[] = [];
  const hasMark = text.charCodeAt(0) === 0xfeff;
  if (hasMark) findings.push({code: 'byte-order-mark', position: {offset: 0, line: 1, column: 1}});
  const value = tryParse(hasMark ? text.slice(1) : text);
  if (value === undefined) return {ok: false, findings: [...findings, explain(text, hasMark)]};
  if (text.length > 2 * DEEP && isDeeperThan(value, DEEP)) {
    if (isDeeperThan(value, TOO_DEEP))
      return {ok: false, findings: [...findings, {code: 'too-deep', limit: TOO_DEEP, isRead: false}]};
    findings.push({code: 'too-deep', limit: DEEP, isRead: true});
  }
  return {ok: true, value, findings};
}

function tryParse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    // The engine's message often has no position and differs between browsers, so we search for the fault ourselves.
    return undefined;
  }
}

function explain(text: string, hasMark: boolean): BodyFinding {
  // A space in place of the byte order mark keeps every offset.
  const error = findFirstError(hasMark ? ` ${text.slice(1)}` : text);
  // Both use the same grammar: only an engine that runs out of stack rejects text without a fault.
  if (!error) return {code: 'too-deep', limit: TOO_DEEP, isRead: false};
  if (error.cause === 'empty') return {code: 'empty-body'};
  const {offset, line, column} = error;
  return {code: 'invalid-json', position: {offset, line, column}, error};
}
