import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {propertyOptions} from '../../../domain/testing/property-options';
import {everything} from '../filter/entry-match';
import {createTotals} from '../log/create-totals';
import {insertEntry} from '../log/insert-entry';
import {type LogEntry, toLogEntry} from '../log/log-entry';
import {aRequest} from '../test-support/a-request';
import {anEvent, anInspection, anIssue} from '../test-support/an-inspection';
import {createRowBuilder, type RowInputs, toVisitKey} from './build-rows';
import type {Row, RowIndex} from './row-index';

interface Sent {
  id: number;
  at: number;
  events: number;
  page: string | null;
  source: number | null;
  /** Of an import. */
  file?: string | undefined;
}

function toEntry({id, at, events, page, source, file}: Sent): LogEntry {
  const imported = file === undefined ? {} : {imported: {id: file, file}};
  const request = aRequest({id: `r${id}`, startedAt: at, ...imported});
  const replay =
    source === null ? {} : {replay: {sourceId: `r${source}`} as NonNullable<typeof request.replay>};
  return toLogEntry(
    {...request, ...replay, origin: {...request.origin, pageUrl: page}},
    anInspection({
      requestId: `r${id}`,
      events: Array.from({length: events}, (_, index) => anEvent({index})),
      issues: events > 1 ? [anIssue({event: 0})] : [],
    }),
    at,
  );
}

type Change =
  | {kind: 'came'; sent: Sent}
  | {kind: 'changed'; place: number; events: number}
  | {kind: 'went'; count: number}
  | {kind: 'folded'; key: string}
  | {kind: 'navigated'; at: number}
  | {kind: 'filtered'; atLeast: number}
  | {kind: 'sorted'; sort: RowInputs['sort']};

const number = (max: number) => fc.nat({max});
const sent = fc.record({
  id: number(1_000),
  at: number(50),
  events: number(60),
  page: fc.constantFrom(null, 'https://a.test/', 'https://b.test/'),
  source: fc.oneof({weight: 4, arbitrary: fc.constant(null)}, number(20)),
  file: fc.option(fc.constantFrom('a.har', 'b.har'), {nil: undefined}),
});
const change: fc.Arbitrary<Change> = fc.oneof(
  {weight: 6, arbitrary: fc.record({kind: fc.constant('came' as const), sent})},
  fc.record({kind: fc.constant('changed' as const), place: number(10), events: number(3)}),
  fc.record({kind: fc.constant('went' as const), count: number(3)}),
  fc.record({
    kind: fc.constant('folded' as const),
    key: number(20).map((id) => (id % 2 ? `r${id}` : toVisitKey(`r${id}`))),
  }),
  fc.record({kind: fc.constant('navigated' as const), at: number(50)}),
  fc.record({kind: fc.constant('filtered' as const), atLeast: number(3)}),
  fc.record({
    kind: fc.constant('sorted' as const),
    sort: fc.option(fc.record({by: fc.constantFrom('event', 'time', 'status'), descending: fc.boolean()})),
  }),
);

function apply(inputs: RowInputs, step: Change): RowInputs {
  const entries = [...inputs.entries];
  switch (step.kind) {
    case 'came':
      if (!entries.some(({id}) => id === `r${step.sent.id}`)) insertEntry(entries, toEntry(step.sent));
      return {...inputs, entries};
    case 'changed': {
      const old = entries[step.place];
      if (!old) return inputs;
      const {id, at} = old;
      const newer = toEntry({
        id: Number(id.slice(1)),
        at,
        events: step.events,
        page: 'https://a.test/',
        source: null,
      });
      insertEntry(entries, newer, old);
      return {...inputs, entries};
    }
    case 'went':
      return {...inputs, entries: entries.slice(step.count)};
    case 'folded':
      return {...inputs, folds: new Map(inputs.folds).set(step.key, true)};
    case 'navigated':
      return {...inputs, navigations: [...inputs.navigations, step.at].sort((a, b) => a - b)};
    case 'sorted':
      return {...inputs, sort: step.sort};
    case 'filtered':
      return {
        ...inputs,
        filtering: step.atLeast > 0,
        match: ({events}) => (events.length >= step.atLeast ? everything : null),
      };
  }
}

function readAll(rows: RowIndex): (Row | undefined)[] {
  return Array.from({length: rows.length + 1}, (_, position) => rows.at(position));
}

function readHeadings(rows: RowIndex) {
  return readAll(rows).flatMap((row) => (row?.kind === 'visit' ? [{id: row.visit.id, ...row.counts}] : []));
}

/** The number of request rows below each heading. */
function countBelow(rows: RowIndex): number[] {
  const counts: number[] = [];
  for (const row of readAll(rows)) {
    if (row?.kind === 'visit') counts.push(0);
    if (row?.kind === 'request') counts.push((counts.pop() ?? 0) + 1);
  }
  return counts;
}

const empty: RowInputs = {
  entries: [],
  navigations: [],
  match: () => everything,
  filtering: false,
  folds: new Map(),
  sort: null,
};

describe('rows that go on from those before', () => {
  it('are those of a layout from the beginning, and so are their sums, whatever came, went or changed', () => {
    fc.assert(
      fc.property(fc.array(change, {maxLength: 40}), (changes) => {
        const goOn = createRowBuilder();
        const sumOn = createTotals();
        let inputs = empty;
        for (const step of changes) {
          inputs = apply(inputs, step);
          const rows = goOn(inputs);
          const anew = createRowBuilder()(inputs);
          expect(readAll(rows)).toEqual(readAll(anew));
          expect(rows.visits).toEqual(anew.visits);
          for (const {id} of inputs.entries) expect(rows.indexOf(id, null)).toBe(anew.indexOf(id, null));
          expect(sumOn(inputs.entries)).toEqual(createTotals()(inputs.entries));
        }
      }),
      propertyOptions(2_000),
    );
  });

  it('are as many below each heading as it says, whatever is folded', () => {
    fc.assert(
      fc.property(fc.array(change, {maxLength: 40}), (changes) => {
        const inputs = changes.reduce(apply, empty);
        const rows = createRowBuilder()(inputs);
        const unfolded = createRowBuilder()({...inputs, folds: new Map()});
        expect(readHeadings(rows)).toEqual(readHeadings(unfolded));
        expect(readHeadings(unfolded).map(({requests}) => requests.shown)).toEqual(countBelow(unfolded));
        const all = createRowBuilder()({
          ...inputs,
          folds: new Map(),
          filtering: false,
          match: () => everything,
        });
        const below = new Map(readHeadings(all).map(({id, requests, events}) => [id, {requests, events}]));
        for (const {id, requests, events} of readHeadings(rows)) {
          expect(requests.all).toBe(below.get(id)?.requests.shown);
          expect(events.all).toBe(below.get(id)?.events.shown);
        }
      }),
      propertyOptions(500),
    );
  });

  it('are one for each request, whatever replays name as their sources', () => {
    fc.assert(
      fc.property(fc.array(fc.option(number(9)), {maxLength: 10}), (sources) => {
        const entries = sources.map((source, id) => toEntry({id, at: id, events: 1, page: null, source}));
        const rows = createRowBuilder()({...empty, entries});
        const shown = readAll(rows).flatMap((row) => (row?.kind === 'request' ? [row.entry.id] : []));
        expect(shown.toSorted()).toEqual(entries.map(({id}) => id).toSorted());
        expect(countBelow(rows)).toEqual(readHeadings(rows).map(({requests}) => requests.all));
      }),
      propertyOptions(5_000),
    );
  });

  it('are as deep as the replays, up to a limit, in the order of sending', () => {
    const sources = [null, 0, 1, 0, 2, 4, 5];
    const entries = sources.map((source, id) => toEntry({id, at: id, events: 1, page: null, source}));
    const rows = readAll(createRowBuilder()({...empty, entries}));
    const shown = rows.flatMap((row) => (row?.kind === 'request' ? `${row.entry.id} ${row.depth}` : []));
    expect(shown).toEqual(['r0 0', 'r1 1', 'r2 2', 'r4 3', 'r5 4', 'r6 4', 'r3 1']);
  });

  it('are listed for replays of replays of any depth', () => {
    const count = 20_000;
    const entries = Array.from({length: count}, (_, id) =>
      toEntry({id, at: id, events: 1, page: null, source: id === 0 ? null : id - 1}),
    );
    expect(createRowBuilder()({...empty, entries})).toHaveLength(count + 1);
  });

  it('leave those before as they were', () => {
    const build = createRowBuilder();
    const first = toEntry({id: 1, at: 1, events: 1, page: null, source: null});
    const second = toEntry({id: 2, at: 2, events: 1, page: 'https://a.test/', source: null});
    const before = build({...empty, entries: [first]});
    const shown = readAll(before);
    build({...empty, entries: [first, second]});
    expect(readAll(before)).toEqual(shown);
    expect(before.at(0)).toMatchObject({visit: {url: null, entries: [first]}});
  });
});
