import {describe, expect, it, vi} from 'vitest';
import {draftStoreOf} from './draft/draft-store-of';
import {removeImport} from './remove-import';
import {aReplay, aRequest} from './test-support/a-request';
import {anEvent, anInspection} from './test-support/an-inspection';
import {createTestStore} from './test-support/create-test-store';

const imported = {id: 'f1', file: 'visit.har'};

async function openStore() {
  const test = createTestStore({
    inspect: () => anInspection({events: [anEvent()]}),
    records: [
      aRequest({id: 'live', startedAt: 1}),
      aRequest({id: 'a', startedAt: 2, imported, pinned: true}),
      aRequest({id: 'b', startedAt: 3, imported}),
      aRequest({id: 'other', startedAt: 4, imported: {...imported, id: 'f2'}}),
      aRequest({id: 'again', startedAt: 5, replay: aReplay('b')}),
    ],
  });
  await test.store.start();
  let count = 0;
  const newId = () => {
    count += 1;
    return `new${count}`;
  };
  return {...test, newId};
}

type Test = Awaited<ReturnType<typeof openStore>>;
const listed = ({store}: Test) => store.list.entries.value.map(({id}) => id);

describe('removing an import', () => {
  it('takes out its requests, pinned ones too, and nothing else', async () => {
    const test = await openStore();
    test.store.selection.select({id: 'b', event: 0});
    await removeImport(test.store, 'f1', test.newId);
    await vi.waitFor(() => expect(listed(test)).toEqual(['live', 'other', 'again']));
    expect(test.store.notices.current.value?.text).toBe('Removed the import visit.har (2 requests).');
    expect(test.store.selection.selected.value).toBeNull();
    expect(test.store.totals.value.requests).toBe(3);
  });

  it('can be undone: the records are as they were, and the replays are below them again', async () => {
    const test = await openStore();
    await removeImport(test.store, 'f1', test.newId);
    await vi.waitFor(() => expect(listed(test)).toHaveLength(3));
    const {link} = test.store.notices.current.value ?? {};
    expect(link?.title).toBe('Undo');
    link?.follow();
    await vi.waitFor(() => expect(listed(test)).toEqual(['live', 'new1', 'new2', 'other', 'again']));
    expect(test.store.notices.current.value?.text).toBe('The import visit.har is listed again (2 requests).');
    expect(await test.log.get(['new1', 'new2'])).toMatchObject([
      {imported, pinned: true, startedAt: 2},
      {imported, startedAt: 3},
    ]);
    await vi.waitFor(() => expect(test.store.list.get('again')?.head.replay?.sourceId).toBe('new2'));
  });

  it('can be undone once, however often that is pressed', async () => {
    const test = await openStore();
    await removeImport(test.store, 'f1', test.newId);
    const {link} = test.store.notices.current.value ?? {};
    link?.follow();
    link?.follow();
    await vi.waitFor(() => expect(test.store.notices.current.value?.text).toContain('is listed again'));
    await vi.waitFor(() => expect(listed(test)).toEqual(['live', 'new1', 'new2', 'other', 'again']));
  });

  it('can still be undone when its removal is asked for twice', async () => {
    const test = await openStore();
    await removeImport(test.store, 'f1', test.newId);
    await removeImport(test.store, 'f1', test.newId);
    expect(test.store.notices.current.value?.text).toBe('Removed the import visit.har (2 requests).');
  });

  it('can be undone: a draft is that of the record which is there again', async () => {
    const test = await openStore();
    const drafts = draftStoreOf(test.store);
    const [record] = await test.log.get(['b']);
    if (!record) throw new Error('The record is missing.');
    const draft = drafts.open(record);
    draft.change([{from: 0, to: 0, insert: ' '}]);
    await removeImport(test.store, 'f1', test.newId);
    test.store.notices.current.value?.link?.follow();
    await vi.waitFor(() => expect(listed(test)).toContain('new2'));
    const [again] = await test.log.get(['new2']);
    if (!again) throw new Error('The record is missing.');
    await vi.waitFor(() => expect(drafts.open(again)).toBe(draft));
    expect(draft.isTouched()).toBe(true);
    expect(draft.prepare()).toMatchObject({ok: true, record: {replay: {sourceId: 'new2'}}});
    drafts.close();
  });

  it('says what went wrong where the log cannot be changed', async () => {
    const test = await openStore();
    test.log.get = () => Promise.reject(new Error('The disk is full.'));
    await removeImport(test.store, 'f1', test.newId);
    expect(test.store.notices.current.value).toEqual({kind: 'error', text: 'The disk is full.'});
    expect(listed(test)).toHaveLength(5);
  });
});
