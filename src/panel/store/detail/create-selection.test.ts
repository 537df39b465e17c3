import {describe, expect, it, vi} from 'vitest';
import type {PanelStore} from '../create-panel-store';
import {aRequest} from '../test-support/a-request';
import {anEvent, anInspection} from '../test-support/an-inspection';
import {createTestStore, type TestStore} from '../test-support/create-test-store';
import type {Selection} from './create-selection';

/** Two visits with their headings: r1 and r2, and r3. */
async function openTest(): Promise<TestStore> {
  const on = (pageUrl: string) => ({origin: {...aRequest().origin, pageUrl}});
  const test = createTestStore({
    inspect: () => anInspection({events: [anEvent()]}),
    records: [
      aRequest({id: 'r1', startedAt: 1, ...on('https://app.example.test/a')}),
      aRequest({id: 'r2', startedAt: 2, ...on('https://app.example.test/a')}),
      aRequest({id: 'r3', startedAt: 3, ...on('https://app.example.test/b')}),
    ],
  });
  await test.store.start();
  expect(test.store.rows.value.length).toBe(5);
  return test;
}

const openStore = async (): Promise<PanelStore> => (await openTest()).store;

describe('moving the selection', () => {
  it.each<[string, string | null, (selection: Selection) => void, string]>([
    ['the first row, from nowhere', null, (to) => to.moveToEnd('first'), 'r1'],
    ['the first row, past its heading', 'r3', (to) => to.moveToEnd('first'), 'r1'],
    ['the last row', 'r1', (to) => to.moveToEnd('last'), 'r3'],
    ['the next row, over a heading', 'r2', (to) => to.moveBy(1), 'r3'],
    ['the row before, over a heading', 'r3', (to) => to.moveBy(-1), 'r2'],
    ['no row above the first', 'r1', (to) => to.moveBy(-1), 'r1'],
    ['no row below the last', 'r3', (to) => to.moveBy(1), 'r3'],
    ['the first row, a page up from the second', 'r2', (to) => to.moveBy(-20), 'r1'],
    ['the first row, down from nowhere', null, (to) => to.moveBy(1), 'r1'],
    ['the last row, up from nowhere', null, (to) => to.moveBy(-1), 'r3'],
  ])('goes to %s', async (_, from, move, to) => {
    const {selection} = await openStore();
    if (from !== null) selection.select({id: from, event: 0});
    move(selection);
    expect(selection.selected.value).toEqual({id: to, event: 0});
  });

  it('goes to rows of the filter that was typed, though it is not answered yet', async () => {
    const {filter, selection} = await openStore();
    filter.setText('page:/b');
    selection.moveToEnd('first');
    selection.open();
    expect([selection.selected.value, selection.opened.value]).toEqual([null, false]);
    await vi.waitFor(() => expect(selection.selected.value?.id).toBe('r3'));
    expect(selection.opened.value).toBe(true);
  });
});

describe('the row that is marked to be compared', () => {
  it('stays marked while it is filtered out, and not once it is no longer in the log', async () => {
    const {store, log} = await openTest();
    const {selection, filter} = store;
    const row = {id: 'r1', event: 0};
    selection.mark(row);
    filter.setText('page:/b');
    await vi.waitFor(() => expect(filter.applied.value.filtering).toBe(true));
    expect(selection.marked.value).toEqual(row);
    await log.remove(['r1']);
    await vi.waitFor(() => expect(selection.marked.value).toBeNull());
    // A row that is chosen next is marked, not compared with one that nobody sees.
    selection.select({id: 'r3', event: 0});
    selection.toggle({id: 'r2', event: 0});
    expect([selection.marked.value?.id, selection.selected.value?.id]).toEqual(['r3', 'r2']);
  });

  it.each(['r1', 'r2', 'r3'])('is not %s any more after Clear', async (id) => {
    const {selection, clear, list} = await openStore();
    selection.mark({id, event: 0});
    await clear();
    await vi.waitFor(() => expect(list.entries.value).toEqual([]));
    expect(selection.marked.value).toBeNull();
  });
});
