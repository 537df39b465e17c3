import {describe, expect, it, vi} from 'vitest';
import {writeGolden} from '../../../domain/golden/golden-text';
import {inspectRequest, requestFromParts} from '../../../domain/inspect-request';
import {writeSession} from '../../../domain/session-file/write-session';
import type {PanelStore} from '../create-panel-store';
import {openSession} from '../open-session';
import {createTestStore} from '../test-support/create-test-store';
import {buildSession, compareLive} from './compare-live';
import {toMarkKey} from './golden-comparison';

function aRequest(id: string, ...names: string[]) {
  const events = names.map((event_name) => ({event_name, user_id: 'u', timestamp: '2026-11-01T10:00:00Z'}));
  const parts = {method: 'POST', headers: {}, startedAt: 1_790_000_000_000 + Number(id)};
  const url = 'https://api.app.thrivestack.ai/api/track';
  const request = requestFromParts({...parts, id, url, body: JSON.stringify(events)});
  return {...request, origin: {...request.origin, tabId: 7}};
}

async function open() {
  const test = createTestStore({
    records: [aRequest('1', 'a', 'b'), aRequest('2', 'c')],
    inspect: (request) => inspectRequest(request),
  });
  await test.store.start();
  const listShown = (store: PanelStore) => store.list.entries.peek().map(({id}) => id);
  const {builder} = await buildSession(test.store, listShown(test.store));
  return {...test, listShown, text: writeGolden(builder.session())};
}

const kindsOf = (store: PanelStore) =>
  store.golden.peek()?.differences?.map(({difference, row}) => [difference.kind, difference.name, row]);

describe('the list, compared with a golden session', () => {
  it('has no difference from the one it was saved as', async () => {
    const {store, listShown, text} = await open();
    compareLive(store, {name: 'a', text}, listShown);
    await vi.waitFor(() => expect(kindsOf(store)).toEqual([]));
  });

  it('tells what is new as it comes, marks its row, and stops', async () => {
    const {store, listShown, text, log, emit} = await open();
    compareLive(store, {name: 'a', text: text.replaceAll('"b"', '"lost"')}, listShown);
    const known = [['changed', 'b', {id: '1', event: 1}]];
    await vi.waitFor(() => expect(kindsOf(store)).toEqual(known));
    expect(store.goldenMarks.peek().get(toMarkKey({id: '1', event: 1}))).toBe('changed');
    await log.put(aRequest('3', 'd'));
    await vi.waitFor(() => expect(kindsOf(store)).toEqual([['new', 'd', {id: '3', event: 0}], ...known]));

    store.golden.value = null;
    await log.put(aRequest('4', 'e'));
    emit({type: 'committed', ids: ['4']});
    await vi.waitFor(() => expect(listShown(store)).toContain('4'));
    expect(store.golden.peek()).toBeNull();
    expect(store.goldenMarks.peek().size).toBe(0);
  });

  it('compares no value that somebody masks, and again once it is not masked', async () => {
    const {store, listShown, text} = await open();
    const mask = (next: string[]) => {
      const now = store.golden.peek();
      if (now) store.golden.value = {...now, mask: next};
    };
    const withMask = text.replace('"golden": 1,', '"golden": 1, "mask": ["/event_name"],');
    compareLive(
      store,
      {name: 'b', text: withMask.replaceAll('"event_name": "c"', '"event_name": "d"')},
      listShown,
    );
    await vi.waitFor(() => expect(kindsOf(store)).toEqual([]));
    expect(store.golden.peek()?.mask).toEqual(['/event_name']);
    mask([]);
    await vi.waitFor(() => expect(kindsOf(store)).toEqual([['changed', 'c', {id: '2', event: 0}]]));
  });

  it('has no row for what is missing', async () => {
    const {store, listShown, text, log} = await open();
    compareLive(store, {name: 'a', text}, listShown);
    await log.remove(['2']);
    await vi.waitFor(() => expect(kindsOf(store)).toEqual([['missing', 'c', null]]));
  });

  it('refuses a file that is not one', async () => {
    const {store, listShown} = await open();
    expect(() => compareLive(store, {name: 'a.json', text: '{}'}, listShown)).toThrow(
      'a.json: this is not a golden session',
    );
    expect(store.golden.peek()).toBeNull();
  });
});

describe('a session that is opened', () => {
  it('may be saved as UTF-16, as editors of Windows do', async () => {
    const {store, listShown, log} = await open();
    const session = `\ufeff${writeSession(await log.get(['1'])).text}`;
    const bytes = Uint16Array.from(session, (char) => char.charCodeAt(0));
    await openSession(store, new File([bytes], 'a.session.json'), () => '9');
    await vi.waitFor(() => expect(listShown(store)).toHaveLength(3));
  });

  it('refuses a file that is not one, and leaves the list as it is', async () => {
    const {store, listShown} = await open();
    const file = new File(['{"log": {}}'], 'a.har');
    await expect(openSession(store, file, () => 'id')).rejects.toThrow('This is not a saved session.');
    expect(listShown(store)).toEqual(['1', '2']);
  });
});
