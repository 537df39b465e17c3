import {describe, expect, it} from 'vitest';
import type {FilterQuery} from '../judge/judge-messages';
import {type LogEntry, toListed, toLogEntry} from '../log/log-entry';
import {aRequest} from '../test-support/a-request';
import {anInspection} from '../test-support/an-inspection';
import {createFilter} from './create-filter';
import type {EntryMatch} from './entry-match';

const anEntry = (id: string): LogEntry =>
  toListed(toLogEntry(aRequest({id}), anInspection({requestId: id}), 0));
const [a, b, c] = [anEntry('a'), anEntry('b'), anEntry('c')];
const whole: EntryMatch = {request: true, events: 'all'};
const some: EntryMatch = {request: false, events: [1]};

function create() {
  const asked: (FilterQuery | null)[] = [];
  const filter = createFilter((query) => asked.push(query));
  const shown = () => [a, b, c].map(filter.applied.peek().match);
  const answer = (number: number, found: Record<string, EntryMatch>) =>
    filter.receive({type: 'matches', number, ids: Object.keys(found), matches: Object.values(found)});
  return {filter, asked, shown, answer};
}

describe('the filter', () => {
  it('asks of each line what it says, and nothing of one that says the same', () => {
    const {filter, asked} = create();
    filter.setText('name:');
    filter.setText('Sent');
    filter.setText('sent ');
    filter.setSeverity('errors');
    filter.setText('');
    filter.setSeverity('all');
    const sent = {field: 'text', value: 'sent', negated: false};
    expect(asked).toEqual([
      {number: 1, terms: [sent], severity: 'all'},
      {number: 2, terms: [sent], severity: 'errors'},
      {number: 3, terms: [], severity: 'errors'},
      null,
    ]);
  });

  it('keeps the rows as they are until the newest is answered', () => {
    const {filter, shown, answer} = create();
    filter.setText('s');
    expect(shown()).toEqual([whole, whole, whole]);
    answer(1, {a: some});
    expect(shown()).toEqual([some, null, null]);
    filter.setText('se');
    filter.setText('sen');
    answer(2, {b: whole});
    expect(shown()).toEqual([some, null, null]);
    answer(3, {c: whole});
    expect(shown()).toEqual([null, null, whole]);
  });

  it('lets wait what the newest answer is needed for', () => {
    const {filter, answer} = create();
    const ran: number[] = [];
    filter.whenApplied(() => ran.push(0));
    filter.setText('s');
    filter.whenApplied(() => ran.push(1));
    filter.setText('se');
    filter.whenApplied(() => ran.push(2));
    answer(1, {a: whole});
    expect(ran).toEqual([0]);
    answer(2, {a: whole});
    expect(ran).toEqual([0, 1, 2]);
    filter.setText('sen');
    filter.whenApplied(() => ran.push(3));
    filter.setText('');
    expect(ran).toEqual([0, 1, 2, 3]);
  });

  it('shows everything at once when it is emptied, whatever comes late', () => {
    const {filter, shown, answer} = create();
    filter.setText('s');
    answer(1, {});
    filter.setText('se');
    filter.setText('');
    expect(shown()).toEqual([whole, whole, whole]);
    expect(filter.applied.peek().filtering).toBe(false);
    answer(2, {a: whole});
    expect(shown()).toEqual([whole, whole, whole]);
  });

  it('follows rows that come, change and go', () => {
    const {filter, shown, answer} = create();
    filter.setText('s');
    answer(1, {a: whole, b: whole});
    const filtered = {number: 1, ids: ['c'], matches: [some]};
    filter.receive({type: 'listed', entries: [b, c], filtered});
    expect(shown()).toEqual([whole, null, some]);
    filter.receive({type: 'gone', ids: ['a']});
    expect(shown()).toEqual([null, null, some]);
  });

  it('takes of a filter that is no longer asked nothing about new rows', () => {
    const {filter, shown, answer} = create();
    filter.setText('s');
    answer(1, {a: whole});
    filter.setText('se');
    answer(2, {});
    filter.receive({type: 'listed', entries: [c], filtered: {number: 1, ids: ['c'], matches: [whole]}});
    expect(shown()).toEqual([null, null, null]);
  });
});
