import {expect, it} from 'vitest';
import {toLogEntry} from '../log/log-entry';
import {aRequest} from '../test-support/a-request';
import {anEvent, anInspection} from '../test-support/an-inspection';
import {matchEntry} from './matches-filter';
import {parseFilter} from './parse-filter';
import {toEventFilter} from './to-event-filter';

const events = [
  anEvent({index: 0, name: 'Signed Up'}),
  anEvent({index: 1, name: 'Signed Up Again'}),
  anEvent({index: 2, name: 'Say "hi" now'}),
  anEvent({index: 3, type: 'page', name: 'Signed Up'}),
  anEvent({index: 4, type: 'identify', name: null}),
  anEvent({index: 5, name: '-is:error'}),
  anEvent({index: 6, name: 'signed up'}),
  anEvent({index: 7, type: null, name: 'Signed Up'}),
];
const batch = toLogEntry(aRequest(), anInspection({events}), 0);

it.each([
  ['track', 'Signed Up', [0]],
  ['page', 'Signed Up', [3]],
  ['unknown', 'Signed Up', [7]],
  ['track', 'Say "hi" now', [2]],
  ['identify', null, [4]],
  ['track', '-is:error', [5]],
])('finds the %s events named %s in the list', (call, name, found) => {
  expect(matchEntry(batch, parseFilter(toEventFilter({call, name})), 'all')?.events).toEqual(found);
});
