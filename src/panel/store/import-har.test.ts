import {gzipSync} from 'fflate';
import {describe, expect, it, vi} from 'vitest';
import {importHar} from './import-har';
import type {HarSource} from './read-har-file';
import {removeImport} from './remove-import';
import {anEvent, anInspection} from './test-support/an-inspection';
import {createTestStore} from './test-support/create-test-store';

const toEntry = (url: string) => ({
  startedDateTime: '2026-11-01T10:00:00Z',
  request: {method: 'POST', url, headers: [], postData: {text: '[]', mimeType: 'application/json'}},
  response: {status: 200},
});
const track = 'https://api.app.thrivestack.ai/api/track';
/** An entry of a request that Chrome lists although it was not sent. */
const notSent = {
  startedDateTime: '2026-11-01T10:00:00.006Z',
  request: {...toEntry(track).request, url: `${track}?next`, headers: [{name: 'User-Agent', value: 'x'}]},
  response: {status: 0, _error: 'net::ERR_ABORTED'},
  timings: {_blocked_queueing: -1},
};
const encode = (text: string) => new TextEncoder().encode(text);
const onDisk = ({name, bytes}: {name: string; bytes: Uint8Array<ArrayBuffer>}) => new File([bytes], name);
const toFile = (entries: unknown[]) => encode(JSON.stringify({log: {entries}}));
const toLog = (...urls: string[]) => toFile(urls.map(toEntry));

/** A browser returns a large file in pieces. */
function inPieces(name: string, bytes: Uint8Array<ArrayBuffer>): HarSource {
  const file = new File([bytes], name);
  const stream = () => {
    let from = 0;
    return new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull(controller) {
        if (from >= bytes.length) return controller.close();
        controller.enqueue(bytes.slice(from, from + 500_000));
        from += 500_000;
      },
    });
  };
  return {
    name,
    size: file.size,
    stream,
    slice: (...range) => file.slice(...range),
    arrayBuffer: () => file.arrayBuffer(),
  };
}

/** A clock that advances by a second at each call. */
function createFastClock(): () => number {
  let at = 0;
  return () => {
    at += 1_000;
    return at;
  };
}

/** About 6 MB, nearly all of it to other addresses. */
function toLarge() {
  const padded = (url: string) => ({...toEntry(url), _padding: 'x'.repeat(5_000)});
  const others = Array.from({length: 1_200}, () => padded('https://app.example.test/login'));
  return toFile([toEntry(track), ...others, toEntry(track)]);
}

async function openStore(dependencies = {}) {
  const test = createTestStore({
    inspect: () => anInspection({events: [anEvent()]}),
    dependencies: {now: createFastClock(), ...dependencies},
  });
  await test.store.start();
  // The import itself has the ID i0.
  let count = -1;
  const newId = () => {
    count += 1;
    return `i${count}`;
  };
  return {...test, newId};
}

type OpenStore = Awaited<ReturnType<typeof openStore>>;

describe('importing a HAR file', () => {
  it('lists what goes to known endpoints, and says what was left out', async () => {
    const {store, log, newId} = await openStore();
    await importHar(
      store,
      onDisk({name: 'visit.har', bytes: toLog(track, 'https://app.example.test/login', track)}),
      newId,
    );
    expect(store.notices.current.value?.text).toBe(
      'Imported 2 requests; 1 to other addresses skipped. Credentials are not imported.',
    );
    expect(await log.get(['i1', 'i2'])).toHaveLength(2);
    await vi.waitFor(() => expect(store.list.entries.value.map(({id}) => id)).toEqual(['i1', 'i2']));
  });

  it('leaves out what Chrome lists of a redirect that was not followed, and says so', async () => {
    const {store, newId} = await openStore();
    const to = `${track}?next`;
    const entries = [notSent, {...toEntry(track), time: 5, response: {status: 307, redirectURL: to}}];
    await importHar(store, onDisk({name: 'visit.har', bytes: toFile(entries)}), newId);
    expect(store.notices.current.value?.text).toBe(
      'Imported 1 request; 1 skipped: not sent, because the browser redirected it or did not follow a redirect. Credentials are not imported.',
    );
    await vi.waitFor(() => expect(store.list.entries.value.map(({id}) => id)).toEqual(['i1']));
  });

  it('says that a filter may hide them, and shows them where that is wanted', async () => {
    const {store, newId} = await openStore();
    store.filter.setText('nothing-like-this');
    store.filter.setSeverity('errors');
    await importHar(store, onDisk({name: 'visit.har', bytes: toLog(track)}), newId);
    const notice = store.notices.current.value;
    expect(notice?.text).toBe(
      'Imported 1 request. Credentials are not imported. The filter may hide what was imported.',
    );
    await vi.waitFor(() => expect(store.list.entries.value).toHaveLength(1));
    expect(store.rows.value.length).toBe(0);
    notice?.link?.follow();
    expect(store.filter.active.value).toBe(false);
    expect(store.notices.current.value).toBeNull();
    await vi.waitFor(() => expect(store.rows.value.length).toBeGreaterThan(0));
  });

  it('makes a group of each import under the name of its file, which can be removed by itself', async () => {
    const {store, newId} = await openStore();
    const file = {name: 'visit.har', bytes: toLog(track, track)};
    await importHar(store, onDisk(file), newId);
    await importHar(store, onDisk(file), newId);
    await vi.waitFor(() => expect(store.list.entries.value).toHaveLength(4));
    const listGroups = () =>
      store.rows.value.visits.map(({kind, file, entries}) => [kind, file, entries.length]);
    expect(listGroups()).toEqual([
      ['import', 'visit.har', 2],
      ['import', 'visit.har', 2],
    ]);
    const {imported} = store.list.entries.value[0] ?? {};
    await removeImport(store, imported?.id ?? '', newId);
    expect(listGroups()).toEqual([['import', 'visit.har', 2]]);
  });

  it('imports what fits beside what is there, and says how many do not', async () => {
    const {store, newId} = await openStore();
    store.settings.change((now) => ({...now, capture: {...now.capture, maxRequests: 10}}));
    const bytes = toLog(...Array.from({length: 8}, () => track));
    await importHar(store, onDisk({name: 'visit.har', bytes}), newId);
    await vi.waitFor(() => expect(store.list.entries.value).toHaveLength(8));
    await importHar(store, onDisk({name: 'more.har', bytes}), newId);
    expect(store.notices.current.value?.text).toBe(
      'Imported 2 requests; 6 not imported: the limit of the tab is reached (see Capture in the settings). Credentials are not imported.',
    );
    await vi.waitFor(() => expect(store.list.entries.value).toHaveLength(10));
  });

  it('counts bytes as the log does: with answers and beside what is there, which is not pushed out', async () => {
    const {store, log, newId} = await openStore();
    store.settings.change((now) => ({...now, capture: {...now.capture, maxBytes: 1_000_000}}));
    const entry = {...toEntry(track), response: {status: 200, content: {text: 'x'.repeat(300_000)}}};
    await importHar(store, onDisk({name: 'visit.har', bytes: toFile([entry, entry])}), newId);
    await importHar(store, onDisk({name: 'more.har', bytes: toFile([entry, entry, entry])}), newId);
    expect(store.notices.current.value?.text).toContain('Imported 1 request; 2 not imported: the limit');
    expect((await log.measure(7)).bytes).toBeLessThan(1_000_000);
  });

  it('goes on after one that cannot be stored', async () => {
    const {store, log, newId} = await openStore();
    const {put} = log;
    log.put = async (request) => {
      if (request.url.includes('?bad')) throw new DOMException('Not a key.', 'DataError');
      await put(request);
    };
    await importHar(store, onDisk({name: 'visit.har', bytes: toLog(track, `${track}?bad`, track)}), newId);
    expect(store.notices.current.value?.text).toBe(
      'Imported 2 requests; 1 could not be saved. Credentials are not imported.',
    );
  });

  it('says where to add endpoints when it knows none', async () => {
    const {store, newId} = await openStore();
    await importHar(
      store,
      onDisk({name: 'visit.har', bytes: toLog('https://app.example.test/login')}),
      newId,
    );
    expect(store.notices.current.value?.text).toBe(
      'Imported 0 requests; 1 to other addresses skipped. You can add endpoints in the settings.',
    );
  });

  it('says which entries could not be read and why, and nothing of settings where that is not why', async () => {
    const {store, newId} = await openStore();
    await importHar(
      store,
      onDisk({name: 'visit.har', bytes: toFile([{}, {request: {method: 'POST'}}])}),
      newId,
    );
    expect(store.notices.current.value?.text).toBe(
      'Imported 0 requests; entry 1 skipped: it has no request; entry 2 skipped: its request has no address.',
    );
    const broken = Array.from({length: 5}, () => null);
    await importHar(store, onDisk({name: 'visit.har', bytes: toFile([toEntry(track), ...broken])}), newId);
    expect(store.notices.current.value?.text).toContain(
      'entry 4 skipped: it has no request; 2 more skipped for similar reasons. Credentials are not imported.',
    );
  });

  it('says that a body is in another file', async () => {
    const {store, newId} = await openStore();
    const entry = toEntry(track);
    const postData = {mimeType: 'application/json', text: '', _file: 'a.json'};
    await importHar(
      store,
      onDisk({name: 'visit.har', bytes: toFile([{...entry, request: {...entry.request, postData}}])}),
      newId,
    );
    expect(store.notices.current.value?.text).toContain(
      'the body of 1 is in another file, which is not included; a recording as .har.zip includes it',
    );
  });

  it.each([
    [
      'visit.har',
      toFile([toEntry(track), {...toEntry(track), startedDateTime: '2026-11-01T10:00:00'}]),
      'entry',
    ],
    ['a.ndjson', encode(`{"url":"${track}"}\n{"url":"${track}","startedAt":"2026-11-01T10:00:00"}`), 'line'],
  ])('says that a time in %s has no zone', async (name, bytes, what) => {
    const {store, newId} = await openStore();
    await importHar(store, onDisk({name, bytes}), newId);
    expect(store.notices.current.value?.text).toBe(
      `Imported 2 requests; ${what} 2 does not state a time zone, so its time is read as UTC. Credentials are not imported.`,
    );
  });

  it.each(['tracking.ndjson', 'tracking.txt'])('reads what the command line recorded: %s', async (name) => {
    const {store, newId} = await openStore();
    const line = JSON.stringify({url: track, body: '[]', response: {status: 200}});
    // More than a browser returns in one piece.
    const lines = [...Array.from({length: 15_000}, () => line), 'nothing', ''];
    store.settings.change((now) => ({...now, capture: {...now.capture, maxRequests: 15_000}}));
    await importHar(store, inPieces(name, encode(lines.join('\n'))), newId);
    expect(store.notices.current.value?.text).toBe(
      'Imported 15,000 requests; line 15001 skipped: this line is not valid JSON. Write each request on one line. Credentials are not imported.',
    );
    await vi.waitFor(() => expect(store.list.entries.value).toHaveLength(15_000));
  });

  it.each(['tracking.ndjson', 'tracking.txt'])('reads it as PowerShell saves output: %s', async (name) => {
    const {store, newId} = await openStore();
    // More than a browser returns in one piece.
    const line = JSON.stringify({url: track, body: '["Łódź"]', padding: 'x'.repeat(20_000)});
    const text = `\ufeff${`${line}\r\n`.repeat(20)}`;
    const bytes = new Uint8Array(Uint16Array.from(text, (char) => char.charCodeAt(0)).buffer);
    await importHar(store, inPieces(name, bytes), newId);
    expect(store.notices.current.value?.text).toBe('Imported 20 requests. Credentials are not imported.');
  });

  it.each(['tracking.ndjson.gz', 'tracking.gz', 'tracking.ndjson'])(
    'reads recorded lines that gzip has compressed: %s',
    async (name) => {
      const {store, newId} = await openStore();
      const line = JSON.stringify({url: track, body: '[]', padding: 'x'.repeat(20_000)});
      const bytes = Uint8Array.from(gzipSync(encode(`${line}\n`.repeat(20))));
      await importHar(store, inPieces(name, bytes), newId);
      expect(store.notices.current.value?.text).toBe('Imported 20 requests. Credentials are not imported.');
      const cut = inPieces(name, bytes.slice(0, bytes.length / 2));
      await expect(importHar(store, cut, newId)).rejects.toThrow('This file is damaged and cannot be');
    },
  );

  it('reads a HAR file that gzip has compressed', async () => {
    const {store, newId} = await openStore();
    await importHar(store, inPieces('visit.har.gz', Uint8Array.from(gzipSync(toLog(track)))), newId);
    expect(store.notices.current.value?.text).toBe('Imported 1 request. Credentials are not imported.');
  });

  it('refuses what is not a HAR file', async () => {
    const {store, newId} = await openStore();
    await expect(
      importHar(store, onDisk({name: 'visit.har', bytes: encode('no HAR')}), newId),
    ).rejects.toThrow('This is not a HAR file');
  });

  it('reads a large file piece by piece, says how far it is, and finds the same as in one go', async () => {
    const {store, log, newId} = await openStore();
    const told: string[] = [];
    const {tell} = store.notices;
    store.notices.tell = (text, link) => {
      told.push(text);
      tell(text, link);
    };
    await importHar(store, inPieces('large.har', toLarge()), newId);
    expect(store.notices.current.value?.text).toBe(
      'Imported 2 requests; 1,200 to other addresses skipped. Credentials are not imported.',
    );
    expect(told.filter((text) => /^Reading large\.har: \d+ %\.$/.test(text)).length).toBeGreaterThan(1);
    expect(await log.get(['i1', 'i2'])).toHaveLength(2);
  });

  it('can be cancelled while it reads, and while it stores: nothing stays', async () => {
    for (const word of ['Reading', 'Importing']) {
      const {store, newId} = await openStore();
      const {tell} = store.notices;
      store.notices.tell = (text, link) => {
        tell(text, link);
        if (text.startsWith(word)) link?.follow();
      };
      const bytes = word === 'Reading' ? toLarge() : toLog(...Array.from({length: 120}, () => track));
      await importHar(store, inPieces('large.har', bytes), newId);
      expect(store.notices.current.value?.text).toBe(
        'The import was cancelled. Nothing was added to the list.',
      );
      await vi.waitFor(() => expect(store.list.entries.value).toEqual([]));
    }
  });

  it.each<[string, (test: OpenStore) => Promise<void>, string]>([
    [
      'the list is cleared',
      ({store}) => store.clear(),
      'The import was cancelled because the list was cleared.',
    ],
    [
      'its group is removed',
      ({store, newId}) => removeImport(store, 'i0', newId),
      'Removed the import large.har (50 requests).',
    ],
  ])('ends when %s: nothing of it is listed afterwards', async (_, end, told) => {
    let ended: Promise<void> | undefined;
    /** Runs the user's action while the import is partly listed. */
    const pause = async () => {
      await vi.waitFor(() => expect(test.store.list.entries.value).toHaveLength(50));
      ended ??= end(test);
    };
    const test = await openStore({pause});
    const bytes = toLog(...Array.from({length: 120}, () => track));
    await importHar(test.store, onDisk({name: 'large.har', bytes}), test.newId);
    await ended;
    expect(test.store.notices.current.value?.text).toBe(told);
    await vi.waitFor(() => expect(test.store.list.entries.value).toEqual([]));
    expect((await test.log.measure(7)).count).toBe(0);
  });

  it.each<[string, (log: string) => string]>([
    ['the inside of a log', (log) => JSON.stringify(JSON.parse(log).log)],
    ['the entries of a log', (log) => JSON.stringify(JSON.parse(log).log.entries)],
    ['names that are escaped', (log) => log.replace('entries', '\\u0065ntries')],
    ['NaN in a field', (log) => log.replace('"status":200', '"time":NaN,"status":200')],
  ])('reads a large file with %s as it does a small one', async (_, change) => {
    const {store, newId} = await openStore();
    const bytes = encode(change(new TextDecoder().decode(toLarge())));
    await importHar(store, inPieces('large.har', bytes), newId);
    expect(store.notices.current.value?.text).toContain('Imported 2 requests; 1,200 to other addresses');
  });

  it('refuses a large file that is cut off', async () => {
    const {store, newId} = await openStore();
    const bytes = toLarge().slice(0, -10);
    await expect(importHar(store, inPieces('large.har', bytes), newId)).rejects.toThrow('it is cut off');
  });
});
