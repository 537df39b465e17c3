import {describe, expect, it} from 'vitest';
import type {CapturedRequest} from '../../../domain/capture/captured-request';
import type {Source} from '../../../domain/verdict/source';
import {toLogEntry} from '../log/log-entry';
import {toHost} from '../log/to-host';
import {toPage} from '../log/to-page';
import {aRequest} from '../test-support/a-request';
import {anEvent, anInspection, anIssue} from '../test-support/an-inspection';
import {matchEntry} from './matches-filter';
import {parseFilter} from './parse-filter';
import {toFilterWord} from './to-filter-word';

const answered: CapturedRequest['outcome'] = {
  state: 'answered',
  status: 400,
  statusText: 'Bad Request',
  headers: {state: 'unknown'},
  body: {kind: 'text', text: '{"success":false,"message":"Too many events"}'},
  endedAt: 1200,
};

/** Three events, the second of them with issues; the batch as a whole is too large. */
function ofPlan(document: string, rule: string | undefined): Source {
  return {document, plan: {id: document, version: '1', pointer: '', ...(rule && {rule})}};
}

const batch = toLogEntry(
  aRequest({outcome: answered}),
  anInspection({
    events: [
      anEvent({index: 0}),
      anEvent({
        index: 1,
        name: 'signed_up',
        user: 'u-2',
        value: {properties: {city: 'Łódź "x"', Plan: {n: 5, tier: 'pro plus'}, 'a=b': 'c=d'}},
      }),
      anEvent({
        index: 2,
        type: 'identify',
        group: 'g-3',
        value: {traits: {n: Number('12345678901234567890')}},
        exact: new Map([['/traits/n', '12345678901234567890']]),
      }),
    ],
    issues: [
      anIssue({event: 1}),
      anIssue({event: null, code: 'oversized-batch', pointer: ''}),
      anIssue({event: 2, severity: 'warning', code: 'bad-email'}),
      anIssue({event: 1, severity: 'info', code: 'plan/other', source: ofPlan('Product', 'Signed Up')}),
      anIssue({event: 2, severity: 'info', code: 'plan/other', source: ofPlan('Product', undefined)}),
      anIssue({event: 2, severity: 'info', code: 'plan/other', source: ofPlan('Other', 'identify')}),
    ],
  }),
  0,
);
const single = toLogEntry(
  aRequest(),
  anInspection({events: [anEvent()], issues: [anIssue({event: null, code: 'missing-credentials'})]}),
  0,
);

describe('the filter line', () => {
  it.each<[line: string, request: boolean | null, events: number[] | 'all']>([
    ['', true, 'all'],
    ['name:', true, 'all'],
    ['name:signed', false, [1]],
    ['NAME:Signed_Up', false, [1]],
    ['event:signed', null, []],
    ['event:SIGNED_up', false, [1]],
    ['-event:signed_up', false, [0, 2]],
    ['-name:signed', false, [0, 2]],
    ['user:u-2', false, [1]],
    ['group:g-3', false, [2]],
    ['type:identify', false, [2]],
    ['-type:identify', false, [0, 1]],
    ['type:track name:signed', false, [1]],
    ['after:1970-01-01T00:00:00.000Z', true, 'all'],
    ['after:2026-11-22', null, []],
    ['before:2026-11-22', true, 'all'],
    ['before:soon', null, []],
    ['-before:2026-11-22', null, []],
    ['before:2026-11-22 name:signed', false, [1]],
    ['prop:city', false, [1]],
    ['prop:cit', null, []],
    ['prop:city=łódź', false, [1]],
    ['prop:city=Łó', false, [1]],
    ['prop:city=ódź', null, []],
    ['-prop:city=łódź', false, [0, 2]],
    ['prop:plan', false, [1]],
    ['prop:tier="pro plus"', false, [1]],
    ['prop:tier="pro p', false, [1]],
    ['prop:"tier=pro plus"', false, [1]],
    ['prop:tier="plus"', null, []],
    ['prop:n=5', false, [1]],
    ['prop:a=b', false, [1]],
    ['prop:a=b=c=', false, [1]],
    ['prop:a', null, []],
    ['prop:a=b=d', null, []],
    ['prop:n=12345678901234567890', false, [2]],
    ['prop:invite_sent', null, []],
    ['prop:bad-timestamp', null, []],
    ['łódź', false, [1]],
    ['"łódź "', false, [1]],
    ['-łódź', false, [0, 2]],
    ['is:error', true, [1]],
    ['is:warning', false, [2]],
    ['is:ok', false, [0]],
    ['code:oversized', true, []],
    ['code:bad-timestamp', false, [1]],
    ['plan:product', false, [1, 2]],
    ['plan:other', false, [2]],
    ['rule:"signed up"', false, [1]],
    ['-rule:"Signed Up"', false, [0, 2]],
    ['rule:nothing', null, []],
    ['status:4xx', true, 'all'],
    ['status:400', true, 'all'],
    ['status:2xx', null, []],
    ['is:failed', true, 'all'],
    ['url:thrivestack', true, 'all'],
    ['-url:thrivestack', null, []],
    ['page:signup', true, 'all'],
    ['https://api.app', true, 'all'],
    ['name:signed is:warning', null, []],
    ['is:replay', null, []],
    ['is:nonsense', null, []],
  ])('%j keeps the batch’s row: %s, and the events %j', (line, request, events) => {
    expect(matchEntry(batch, parseFilter(line), 'all')).toEqual(request === null ? null : {request, events});
  });

  it.each<[line: string, found: boolean]>([
    ['is:error', true],
    ['-is:error', false],
    ['is:ok', false],
    ['code:missing-credentials', true],
    ['-name:invite', false],
    ['status:pending', true],
  ])('%j finds a request of one event, which is one row: %s', (line, found) => {
    expect(matchEntry(single, parseFilter(line), 'all') !== null).toBe(found);
  });

  it.each([
    ['one character', 'caf\u00e9 \u1e9b\u0323', 'CAFE\u0301 \u017f\u0323\u0307'],
    ['two', 'CAFE\u0301 \u017f\u0323\u0307', 'caf\u00e9 \u1e9b\u0323'],
  ])('finds what was sent as %s and typed as the other', (_, sent, typed) => {
    const text = 'https://app.example.test/';
    const event = {name: sent, user: sent, group: sent, value: {properties: {city: sent}}};
    const origin = {...aRequest().origin, pageUrl: text + sent};
    for (const events of [[anEvent(event)], [anEvent({index: 0}), anEvent({...event, index: 1})]]) {
      const entry = toLogEntry(aRequest({origin, url: text + sent}), anInspection({events}), 0);
      for (const field of ['', 'name:', 'user:', 'group:', 'page:', 'url:']) {
        expect(matchEntry(entry, parseFilter(`${field}"${typed}"`), 'all'), field).not.toBeNull();
      }
    }
  });

  it.each([
    'https://API.Example.test:443/a b/\u00fc?x=1#y',
    'https://m\u00fcnchen.test/a/../b',
    'http://h.test/"quoted"',
    'file:///C:/Users/a b.html',
    'no address',
  ])('finds %s by what its row and its heading show', (address) => {
    const origin = {...aRequest().origin, pageUrl: address};
    const entry = toLogEntry(aRequest({origin, url: address}), anInspection({events: [anEvent()]}), 0);
    for (const [field, shown] of [
      ['url', toHost(address)],
      ['url', toPage(address)],
      ['url', address],
      ['page', entry.page],
      ['page', address],
    ] as const) {
      const word = shown ? toFilterWord(field, shown) : null;
      if (word === null) continue;
      expect(matchEntry(entry, parseFilter(word), 'all'), word).toEqual({request: true, events: 'all'});
      expect(matchEntry(entry, parseFilter(`-${word}`), 'all'), word).toBeNull();
    }
  });

  it.each<[line: string, found: boolean]>([
    ['url:=h.test', true],
    ['url:=h.test/a', true],
    ['url:=https://h.test/a?b=1', true],
    ['url:=h.tes', false],
    ['url:=H.test', false],
    ['page:=app.test/x', true],
    ['page:=app.test/', false],
    ['user:="', true],
    ['user:"="', false],
    ['code:=x', false],
  ])('%j finds a request by the whole value: %s', (line, found) => {
    const origin = {...aRequest().origin, pageUrl: 'https://app.test/x'};
    const request = aRequest({origin, url: 'https://h.test/a?b=1'});
    const entry = toLogEntry(request, anInspection({events: [anEvent({user: '"'})]}), 0);
    expect(matchEntry(entry, parseFilter(line), 'all') !== null).toBe(found);
  });

  const cutOff = {state: 'failed', error: 'net::ERR_CONNECTION_RESET', endedAt: null, status: 200} as const;
  it.each<[line: string, outcome: CapturedRequest['outcome'], found: boolean]>([
    ['is:failed', {state: 'failed', error: 'net::ERR_FAILED', endedAt: null}, true],
    ['is:failed', cutOff, true],
    ['status:failed', cutOff, true],
    ['status:200', cutOff, true],
    ['status:2xx', cutOff, true],
    ['status:400', cutOff, false],
    ['status:answered', answered, false],
    ['is:failed', {state: 'unknown', reason: 'Sent, no answer seen.'}, false],
    ['status:unknown', {state: 'unknown', reason: 'Sent, no answer seen.'}, true],
    ['is:failed', answered, true],
    ['is:failed', {state: 'pending'}, false],
  ])('%j and a request that is %j: %s', (line, outcome, found) => {
    const entry = toLogEntry(aRequest({outcome}), anInspection({events: [anEvent()]}), 0);
    expect(matchEntry(entry, parseFilter(line), 'all') !== null).toBe(found);
  });

  it.each([
    ['is:imported', [true, false]],
    ['-is:imported', [false, true]],
  ])('%j tells what comes from a file from what the page sent', (line, found) => {
    const file = aRequest({imported: {id: 'i1', file: 'visit.har'}});
    const all = [file, aRequest()].map((request) =>
      toLogEntry(request, anInspection({events: [anEvent()]}), 0),
    );
    expect(all.map((entry) => matchEntry(entry, parseFilter(line), 'all') !== null)).toEqual(found);
  });

  it('shows only what has errors, or only what has warnings', () => {
    expect(matchEntry(batch, [], 'errors')).toEqual({request: true, events: [1]});
    expect(matchEntry(batch, [], 'warnings')).toEqual({request: false, events: [2]});
  });
});
