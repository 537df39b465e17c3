import {isJsonObject, type JsonObject, type JsonValue} from '../../json/json-value';
import {describeValue, showValue} from '../../verdict/describe-value';
import type {Issue} from '../../verdict/issue';
import {toIssue} from '../../verdict/to-issue';
import type {Batch, CheckContext} from '../protocol';
import {readPathType} from './call-type';
import {checkBatchTime} from './check-call-times';

export const expectedBody = 'a call, or an object with a batch of calls';

/** A call by itself, or `{batch: […]}`. */
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
    const message = 'The batch is empty; send at least one call, or nothing at all.';
    issues.push(
      toIssue('empty-batch', {
        event: null,
        pointer: '/batch',
        message,
        expected: 'calls',
        found: '[]',
        source,
      }),
    );
  }
  if (path !== null && path !== 'batch') {
    const message = `The body is a batch, but the path takes single ${path} calls; send it to the path of batches.`;
    const facts = {event: null, pointer: '/batch', message, expected: `a ${path} call`, found: 'a batch'};
    issues.push(toIssue('conflicting-call-type', facts));
  }
  checkBatchTime(body, (issue) => issues.push(issue));
  return {entries: batch, toPointer: (index) => `/batch/${index}`, issues};
}

const callFields =
  'type userId anonymousId groupId event traits properties messageId previousId name context'.split(' ');

function readCall(body: JsonObject, path: string | null): Batch {
  const isCall = callFields.some((field) => Object.hasOwn(body, field)) && typeof body.query !== 'string';
  if (!isCall) {
    const message = `The body is an object without any field of a call; if it was meant as one, send ${expectedBody}.`;
    const facts = {event: null, pointer: '', message, expected: expectedBody, found: 'an object', source};
    return none(toIssue('not-an-event', facts));
  }
  const issues = path === 'batch' ? [reportBody('', body, 'an object whose "batch" holds the calls')] : [];
  return {entries: [body], toPointer: () => '', isSingle: true, issues};
}

const source = 'seed 001 and seed 002, Example; Segment HTTP API, Batch';

function reportBody(pointer: string, value: JsonValue | undefined, expected: string): Issue {
  const what = pointer === '' ? 'The body' : 'batch';
  const message = `${what} is ${describeValue(value)}, where the path takes ${expected}; send that.`;
  return toIssue('body-not-call', {event: null, pointer, message, expected, found: showValue(value)});
}
