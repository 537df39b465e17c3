import {expect, it} from 'vitest';
import type {Selected} from '../detail/selected';
import {aRequest} from '../test-support/a-request';
import {anEvent, anInspection} from '../test-support/an-inspection';
import {createTestStore} from '../test-support/create-test-store';
import {foldSelected} from './fold-selected';

const on = (pageUrl: string) => ({origin: {...aRequest().origin, pageUrl}});
const replay = {...aRequest().replay, sourceId: 'r2'} as NonNullable<ReturnType<typeof aRequest>['replay']>;

/** A visit with r1, a batch of two events, and r2 with its replay r3; a visit with r4. */
async function openStore() {
  const {store} = createTestStore({
    inspect: ({id}) =>
      anInspection({events: id === 'r1' ? [anEvent({index: 0}), anEvent({index: 1})] : [anEvent()]}),
    records: [
      aRequest({id: 'r1', startedAt: 1, ...on('https://app.example.test/a')}),
      aRequest({id: 'r2', startedAt: 2, ...on('https://app.example.test/a')}),
      aRequest({id: 'r3', startedAt: 3, ...on('https://app.example.test/a'), replay}),
      aRequest({id: 'r4', startedAt: 4, ...on('https://app.example.test/b')}),
    ],
  });
  await store.start();
  const shown = () =>
    Array.from({length: store.rows.value.length}, (_, at) => {
      const row = store.rows.value.at(at);
      return row?.kind === 'visit'
        ? 'visit'
        : `${row?.entry.id}${row?.kind === 'event' ? ` ${row.event}` : ''}`;
    });
  return {store, shown};
}

const whole = ['visit', 'r1', 'r1 0', 'r1 1', 'r2', 'r3', 'visit', 'r4'];

it.each<[string, Selected]>([
  ['a request', {id: 'r2', event: 0}],
  ['a replay', {id: 'r3', event: 0}],
  ['a batch', {id: 'r1', event: null}],
])('expands the visit again that it has collapsed around %s', async (_, row) => {
  const {store, shown} = await openStore();
  store.setFolded('r1', false);
  store.selection.select(row);
  foldSelected(store, true);
  if (row.event === null) foldSelected(store, true);
  expect(shown()).toEqual(['visit', 'visit', 'r4']);
  foldSelected(store, true);
  expect(shown(), 'it is collapsed already').toEqual(['visit', 'visit', 'r4']);
  foldSelected(store, false);
  if (row.event === null) foldSelected(store, false);
  expect(shown()).toEqual(whole);
  expect(store.selection.selected.value).toEqual(row);
});

it('expands the batch that was collapsed around its selected event', async () => {
  const {store, shown} = await openStore();
  store.selection.select({id: 'r1', event: 1});
  store.setFolded('r1', true);
  foldSelected(store, false);
  expect(shown()).toEqual(whole);
  foldSelected(store, true);
  expect(store.selection.selected.value, 'goes to the batch').toEqual({id: 'r1', event: null});
});

it.each<[string, Selected, number, Selected]>([
  ['the row below the heading', {id: 'r2', event: 0}, 1, {id: 'r4', event: 0}],
  ['the same for an event', {id: 'r1', event: 1}, 1, {id: 'r4', event: 0}],
  ['the next row, as there is none above', {id: 'r2', event: 0}, -1, {id: 'r4', event: 0}],
])('moves on from a collapsed visit to %s', async (_, from, count, to) => {
  const {store} = await openStore();
  store.selection.select(from);
  foldSelected(store, true);
  foldSelected(store, true);
  foldSelected(store, true);
  store.selection.moveBy(count);
  expect(store.selection.selected.value).toEqual(to);
});
