import {describe, expect, it, vi} from 'vitest';
import type {PanelStore} from '../create-panel-store';
import {aRequest} from '../test-support/a-request';
import {anEvent, anInspection} from '../test-support/an-inspection';
import {createTestStore} from '../test-support/create-test-store';
import type {Selection} from './create-selection';

/** Two visits with their headings: r1 and r2, and r3. */
async function openStore(): Promise<PanelStore> {
  const on = (pageUrl: string) => ({origin: {...aRequest().origin, pageUrl}});
  const {store} = createTestStore({
    inspect: () => anInspection({events: [anEvent()]}),
    records: [
      aRequest({id: 'r1', startedAt: 1, ...on('https://app.example.test/a')}),
      aRequest({id: 'r2', startedAt: 2, ...on('https://app.example.test/a')}),
      aRequest({id: 'r3', startedAt: 3, ...on('https://app.example.test/b')}),
    ],
  });
  await store.start();
  expect(store.rows.value.length).toBe(5);
  return store;
}

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
