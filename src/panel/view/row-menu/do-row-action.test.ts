import {expect, it, vi} from 'vitest';
import type {PanelStore} from '../../store/create-panel-store';
import {aRequest} from '../../store/test-support/a-request';
import {anEvent, anInspection} from '../../store/test-support/an-inspection';
import {createTestStore} from '../../store/test-support/create-test-store';
import {doRowAction} from './do-row-action';
import type {RowDeed} from './list-row-actions';

const [first, second] = [
  {id: 'r1', event: 0},
  {id: 'r2', event: 1},
];

async function openStore(): Promise<PanelStore> {
  const {store} = createTestStore({
    inspect: () => anInspection({events: [anEvent({index: 0}), anEvent({index: 1})]}),
    records: [aRequest({id: 'r1'}), aRequest({id: 'r2'})],
  });
  await store.start();
  store.selection.select(second);
  store.filter.setText('is:error');
  return store;
}

it.each<[RowDeed, (store: PanelStore) => unknown, unknown]>([
  [
    {kind: 'open', row: first, tab: 'response'},
    ({selection, tabs}) => [selection.selected.value, selection.opened.value, tabs.current.value],
    [first, true, 'response'],
  ],
  [{kind: 'fold', key: 'r1', folded: true}, ({rows}) => rows.value.indexOf('r1', 1), -1],
  [{kind: 'mark', row: first}, ({selection}) => selection.marked.value, first],
  [{kind: 'compare', first, second}, ({comparing}) => comparing.value, {first, second}],
  [{kind: 'filter', word: 'user:7'}, ({filter}) => filter.text.value, 'is:error user:7'],
  [
    {kind: 'coverage', event: {type: 'track', name: 'a'}},
    ({coverage}) => [coverage.opened.value, coverage.wanted.value],
    [true, {type: 'track', name: 'a'}],
  ],
  [{kind: 'pin', id: 'r1', pinned: true}, ({list}) => list.get('r1')?.head.pinned, true],
  [{kind: 'resend', ids: ['r1', 'r2']}, ({resending}) => resending.value, ['r1', 'r2']],
])('%j does what it says', async (deed, read, expected) => {
  const store = await openStore();
  expect(read(store)).not.toEqual(expected);
  doRowAction(store, deed);
  await vi.waitFor(() => expect(read(store)).toEqual(expected));
});

it('copies an event name as one line that ends no command', async () => {
  const writeText = vi.fn(() => Promise.resolve());
  vi.stubGlobal('navigator', {clipboard: {writeText}});
  doRowAction(await openStore(), {
    kind: 'copy-text',
    what: 'event name',
    text: 'Signed\tUp\ntouch owned\n\u202e',
  });
  expect(writeText).toHaveBeenCalledWith('Signed\\u0009Up\\u000atouch owned\\u000a\\u202e');
  vi.unstubAllGlobals();
});
