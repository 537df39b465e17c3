import {expect, it} from 'vitest';
import type {CoverageRow} from '../../../domain/plans/coverage/coverage-row';
import type {CoverageNews} from './coverage-messages';
import {createCoverageMirror} from './coverage-mirror';

function row(id: string): CoverageRow {
  const none = {seen: 0, faulty: 0, firstSeen: null, lastSeen: null, pages: [], releases: [], reasons: []};
  return {id, rule: null, call: 'track', name: id, grade: 'unplanned', ...none};
}

function news(ids: string, more: Partial<CoverageNews>): CoverageNews {
  const counted = {plan: null, counted: 1, total: 1, unreadable: 0, unlisted: 0, expectations: []};
  return {isWhole: false, rows: [...ids].map(row), gone: [], hasMore: false, ...counted, ...more};
}

/** The state that is shown after each message. */
function show(...all: CoverageNews[]): string[] {
  const mirror = createCoverageMirror();
  return all.map((each) => {
    mirror.receive(each);
    return [...mirror.rows.value.keys()].join('');
  });
}

it.each<[string, CoverageNews[], string[]]>([
  ['changes', [news('ab', {isWhole: true}), news('c', {gone: ['a']})], ['ab', 'bc']],
  [
    'parts only when the last one is there',
    [news('ab', {isWhole: true, hasMore: true}), news('c', {hasMore: true}), news('d', {})],
    ['', '', 'abcd'],
  ],
  [
    'what goes in the first part',
    [news('ab', {isWhole: true}), news('c', {gone: ['a'], hasMore: true}), news('d', {})],
    ['ab', 'ab', 'bcd'],
  ],
  [
    'all anew where another judge begins between two parts',
    [news('a', {isWhole: true, hasMore: true}), news('b', {isWhole: true}), news('', {})],
    ['', 'b', 'b'],
  ],
])('shows %s', (_, all, shown) => {
  expect(show(...all)).toEqual(shown);
});
