import 'fake-indexeddb/auto';
import {deleteDB, openDB} from 'idb';
import {expect, it} from 'vitest';
import {buildCaptured} from '../domain/replay/build-captured';
import {keepOpen} from './keep-open';
import {openCaptureLog} from './log/open-capture-log';
import {openLogReader} from './log/open-log-reader';
import {openRunStore} from './run-store';

const TAB = 7;
const aRequest = (id: string) => buildCaptured({id, origin: {...buildCaptured().origin, tabId: TAB}});

async function idsOf(log: Pick<Awaited<ReturnType<typeof openCaptureLog>>, 'list'>): Promise<string[]> {
  const ids: string[] = [];
  for await (const page of log.list(TAB)) ids.push(...page.map(({id}) => id));
  return ids;
}

it('a log that was deleted is captured into and read again', async () => {
  const name = 'deleted';
  const limits = () => ({maxRequests: 10, maxBytes: 1_000_000});
  const log = await openCaptureLog({name, session: 'one', limits});
  const reader = openLogReader({name});
  await log.put(aRequest('before'));
  expect(await idsOf(reader)).toEqual(['before']);
  await deleteDB(name);
  await log.put(aRequest('after'));
  expect(await idsOf(log)).toEqual(['after']);
  expect(await idsOf(reader)).toEqual(['after']);
  log.close();
});

it('a log that gave way to a newer version says so, and opens once that is gone', async () => {
  const name = 'newer';
  const limits = () => ({maxRequests: 10, maxBytes: 1_000_000});
  const log = await openCaptureLog({name, session: 'one', limits});
  const newer = await openDB(name, 99);
  await expect(log.put(aRequest('refused'))).rejects.toThrow(/version/i);
  newer.close();
  await deleteDB(name);
  await log.put(aRequest('taken'));
  expect(await idsOf(log)).toEqual(['taken']);
  log.close();
  await expect(log.put(aRequest('closed'))).rejects.toThrow();
});

it('saved runs are kept again after their database was deleted', async () => {
  const runs = openRunStore('runs', Object.assign(new EventTarget(), {postMessage: () => undefined}));
  expect(await runs.list()).toEqual([]);
  await deleteDB('runs');
  expect(await runs.list()).toEqual([]);
});

it('what failed to open is tried again, once for all who ask at a time', async () => {
  let tries = 0;
  const connection = keepOpen(async () => {
    tries += 1;
    if (tries === 1) throw new Error('The disk is full.');
    return {close: () => undefined};
  });
  await expect(Promise.all([connection.use(), connection.use()])).rejects.toThrow('The disk is full.');
  expect(await connection.use()).toBe(await connection.use());
  expect(tries).toBe(2);
});
