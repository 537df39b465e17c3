import {expect, it} from 'vitest';
import {inspectRequest} from '../../../domain/inspect-request';
import {aRequest} from '../../store/test-support/a-request';
import {createTestStore} from '../../store/test-support/create-test-store';
import {listAllShown} from './list-shown';

const records = ['first', 'second', 'third'].map((event_name, place) =>
  aRequest({
    id: event_name,
    startedAt: 1_000 + place,
    body: {kind: 'bytes', bytes: new TextEncoder().encode(JSON.stringify([{event_name}]))},
  }),
);

it('what is saved is what is listed once the log is read and the filter is applied', async () => {
  const {store} = createTestStore({records, inspect: (request) => inspectRequest(request)});
  const all = listAllShown(store);
  void store.start();
  expect(await all).toEqual(['first', 'second', 'third']);
  store.filter.setText('name:second');
  expect(await listAllShown(store)).toEqual(['second']);
  store.filter.setText('name:third');
  store.filter.setText('name:first');
  expect(await listAllShown(store)).toEqual(['first']);
  store.filter.clear();
  expect(await listAllShown(store)).toHaveLength(3);
});
