import {gzipSync} from 'node:zlib';
import {describe, expect, it} from 'vitest';
import {type Call, documentedLimits, judgeRequest} from './judge-request';

const event = {
  event_name: 'signed_up',
  user_id: 'u1',
  timestamp: '2026-11-20T10:00:00.000Z',
  properties: {},
  context: {group_id: 'g1'},
};

function judge(body: unknown, headers: Record<string, string> = {'x-api-key': 'key'}) {
  const bytes = Buffer.isBuffer(body)
    ? body
    : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  return judgeRequest({header: (name) => headers[name], body: bytes});
}

/** One event that makes the batch exactly this number of bytes long. */
function batchOfBytes(size: number): string {
  const empty = JSON.stringify([{...event, properties: {note: ''}}]);
  return JSON.stringify([{...event, properties: {note: 'x'.repeat(size - empty.length)}}]);
}

describe('the reference verdict', () => {
  it.each([
    ['an array of one event', [event]],
    ['a bare object, as older documents send it', event],
    ['1,000 events', Array.from({length: 1000}, () => event)],
    ['an event without properties and context', [{event_name: 'x', user_id: '', timestamp: event.timestamp}]],
    ['the timestamp of the document’s own sample', [{...event, timestamp: '20-11-23T22:28:55.111Z'}]],
    ['2 MB to the byte', batchOfBytes(documentedLimits.maxBytes)],
    ['a gzip body', gzipSync(JSON.stringify([event]))],
  ])('accepts %s', (_name, body) => {
    expect(judge(body)).toEqual({status: 200, message: 'Event tracked successfully'});
  });

  it.each([
    ['1,001 events', Array.from({length: 1001}, () => event), '1001 events'],
    ['2 MB and one byte', batchOfBytes(documentedLimits.maxBytes + 1), '2097153 bytes'],
    ['no JSON', '[{"event_name":', 'cannot be read'],
    ['an empty batch', [], 'empty'],
    ['an entry that is no object', [event, 1], 'event 1: is not an object'],
    [
      'the legacy name field',
      [{...event, event_name: undefined, event: 'signed_up'}],
      'event_name is required',
    ],
    ['no user_id', [{...event, user_id: undefined}], 'user_id is required'],
    ['no timestamp', [{...event, timestamp: undefined}], 'timestamp is required'],
    ['a timestamp that is no text', [{...event, timestamp: 1732000000000}], 'timestamp must be'],
    ['properties that are no object', [{...event, properties: []}], 'properties'],
  ])('refuses %s with 400', (_name, body, reason) => {
    const verdict = judge(body);
    expect(verdict.status).toBe(400);
    expect(verdict.message).toContain(reason);
  });

  it.each([
    ['nothing', {}, 401],
    ['an empty Bearer token', {authorization: 'Bearer '}, 401],
    ['another scheme', {authorization: 'Basic a2V5Og=='}, 401],
    ['a token known to be invalid', {authorization: 'Bearer invalid-token'}, 401],
    ['a Bearer token', {authorization: 'Bearer abc'}, 200],
    ['an x-api-key', {'x-api-key': 'abc'}, 200],
  ])('with %s as credentials answers %3$i', (_name, headers, status) => {
    expect(judge([event], headers).status).toBe(status);
  });
});

describe('the reference verdict on the other calls', () => {
  const user = {user_id: 'u1', traits: {user_email: 'amy@acme.example'}};
  const judgeCall = (body: unknown, call: Call) => {
    const bytes = Buffer.from(JSON.stringify(body));
    return judgeRequest(
      {header: (name) => (name === 'x-api-key' ? 'key' : undefined), body: bytes},
      documentedLimits,
      call,
    );
  };

  it.each<[Call, unknown, string]>([
    ['identify', [user], 'User(s) identified successfully'],
    ['identify', user, 'User(s) identified successfully'],
    ['group', [{...user, group_id: 'g1'}], 'Group(s) updated successfully'],
    ['group', [{...user, context: {group_id: 'g1'}}], 'Group(s) updated successfully'],
  ])('%s accepts %j', (call, body, message) => {
    expect(judgeCall(body, call)).toEqual({status: 200, message});
  });

  it.each<[Call, unknown, string]>([
    ['identify', [{traits: {}}], 'user_id is required'],
    ['identify', [{...user, traits: []}], 'traits must be an object'],
    ['identify', [{...user, timestamp: 7}], 'timestamp must be a date as text'],
    ['group', [user], 'group_id is required'],
    ['group', [{group_id: 'g1'}], 'user_id is required'],
  ])('%s refuses %j', (call, body, reason) => {
    const {status, message} = judgeCall(body, call);
    expect(status).toBe(400);
    expect(message).toContain(reason);
  });
});
