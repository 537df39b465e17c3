import {describe, expect, it} from 'vitest';
import type {FilterQuery, Matches} from '../judge/judge-messages';
import {type SearchableEntry, toLogEntry} from '../log/log-entry';
import {aRequest} from '../test-support/a-request';
import {anEvent, anInspection} from '../test-support/an-inspection';
import {createFilterFold} from './filter-fold';
import {parseFilter} from './parse-filter';

function anEntry(id: string, names: readonly string[]): SearchableEntry {
  const events = names.map((name, index) => anEvent({index, name, value: {event_name: name}}));
  return toLogEntry(aRequest({id}), anInspection({requestId: id, events}), 0);
}

const query = (number: number, line: string): FilterQuery => ({
  number,
  terms: parseFilter(line),
  severity: 'all',
});

/** Every check takes as long as a slice of work, so it pauses after each. */
function create(entries: SearchableEntry[]) {
  const told: Matches[] = [];
  const pauses: (() => void)[] = [];
  let time = 0;
  const fold = createFilterFold({
    entries: () => entries,
    tell: (matches) => told.push(matches),
    now: () => (time += 20),
    pause: () => new Promise((resolve) => pauses.push(resolve)),
  });
  const goOn = async () => {
    pauses.shift()?.();
    await new Promise((resolve) => setTimeout(resolve));
  };
  const finish = async (work: Promise<void>) => {
    let isOver = false;
    work.then(() => (isOver = true));
    while (!isOver) await goOn();
  };
  return {fold, told, goOn, finish};
}

const sent = anEntry('a', ['invite_sent', 'signed_up']);
const up = anEntry('b', ['signed_up']);

describe('the filter that is typed', () => {
  it('tells which of all rows pass, and of each which of its events', async () => {
    const {fold, told, finish} = create([sent, up]);
    await finish(fold.follow(query(1, 'invite')));
    expect(told).toEqual([{number: 1, ids: ['a'], matches: [{request: false, events: [0]}]}]);
    expect(fold.look([up, sent])).toEqual(told[0]);
  });

  it('is given up for a newer one, before and amid its work', async () => {
    const {fold, told, goOn, finish} = create([sent, up]);
    const first = fold.follow(query(1, 's'));
    const second = fold.follow(query(2, 'si'));
    await goOn();
    await goOn();
    const third = fold.follow(query(3, 'sig'));
    await finish(third);
    await Promise.all([first, second]);
    expect(told.map(({number}) => number)).toEqual([3]);
  });

  it('leaves the one before in force until it is answered, and counts in what came meanwhile', async () => {
    const entries = [sent];
    const {fold, told, goOn, finish} = create(entries);
    await finish(fold.follow(query(1, 'invite')));
    const next = fold.follow(query(2, 'signed'));
    await goOn();
    expect(fold.look([up])).toEqual({number: 1, ids: [], matches: []});
    expect(fold.isBehind()).toBe(true);
    entries.push(up);
    await finish(next);
    expect(told.at(-1)?.ids).toEqual(['a', 'b']);
    expect(fold.look([up])).toMatchObject({number: 2, ids: ['b']});
    expect(fold.isBehind()).toBe(false);
  });

  it('is in force no longer once it was emptied', async () => {
    const {fold, told, goOn, finish} = create([sent]);
    await finish(fold.follow(query(1, 'invite')));
    await fold.follow(null);
    expect(fold.look([sent])).toBeUndefined();
    const late = fold.follow(query(2, 'up'));
    const emptied = fold.follow(null);
    await goOn();
    await Promise.all([late, emptied]);
    expect(told.map(({number}) => number)).toEqual([1]);
  });
});
