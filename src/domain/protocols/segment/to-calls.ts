import {isJsonObject, type JsonObject, type JsonValue} from '../../json/json-value';
import {segmentHttpApi} from '../../verdict/documents';
import type {Issue} from '../../verdict/issue';
import {toIssue} from '../../verdict/to-issue';
import type {Batch, CheckContext} from '../protocol';
import {toFacts} from '../session-fact';
import {readPathType} from './call-type';
import {checkBatchTime} from './check-call-times';

export const expectedBody = 'a call, or an object with a batch of calls';

/** A single call, or `{batch: […]}`. */
export function toCalls(body: JsonValue, {request}: CheckContext): Batch {
  const path = readPathType(request.url);
  if (Array.isArray(body)) {
    const toPointer = (index: number) => `/${index}`;
    return {
      entries: body,
      toPointer,
      issues: [reportBody('', body, 'an object whose "batch" holds the array')],
    };
  }
  if (!isJsonObject(body)) return none(reportBody('', body, expectedBody));
  return Object.hasOwn(body, 'batch') ? readEnvelope(body, path) : readCall(body, path);
}

function none(...issues: Issue[]): Batch {
  return {entries: [], toPointer: () => '', issues};
}

function readEnvelope(body: JsonObject, path: string | null): Batch {
  const {batch} = body;
  if (!Array.isArray(batch)) return none(reportBody('/batch', batch, 'an array of calls'));
  const issues: Issue[] = [];
  if (batch.length === 0) {
    issues.push(toIssue('empty-batch', {event: null, pointer: '/batch', params: {entry: 'call'}, source}));
  }
  if (path !== null && path !== 'batch')
    issues.push(
      toIssue('conflicting-call-type', {event: null, pointer: '/batch', params: {type: null, path}}),
    );
  checkBatchTime(body, (issue) => issues.push(issue));
  const shared = [
    ...toFacts({value: body}, 'departure', ['/sentAt']),
    ...toFacts({value: body}, 'source', ['/writeKey']),
  ];
  return {entries: batch, toPointer: (index) => `/batch/${index}`, shared, issues};
}

const callFields =
  'type userId anonymousId groupId event traits properties messageId previousId name context'.split(' ');

function readCall(body: JsonObject, path: string | null): Batch {
  const isCall = callFields.some((field) => Object.hasOwn(body, field)) && typeof body.query !== 'string';
  if (!isCall) {
    const isEmpty = Object.keys(body).length === 0;
    const other = {kind: isEmpty ? 'empty-object' : 'no-call-field'} as const;
    const severity = isEmpty ? 'error' : 'warning';
    const params = {other, expected: expectedBody};
    return none(toIssue('not-an-event', {event: null, pointer: '', params, severity, source}));
  }
  const issues = path === 'batch' ? [reportBody('', body, 'an object whose "batch" holds the calls')] : [];
  return {entries: [body], toPointer: () => '', isSingle: true, issues};
}

const source = segmentHttpApi('Batch');

function reportBody(pointer: string, value: JsonValue | undefined, expected: string): Issue {
  return toIssue('body-not-call', {event: null, pointer, params: {value, expected}});
}
