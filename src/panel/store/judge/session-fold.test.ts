import {describe, expect, it, vi} from 'vitest';
import type {CapturedRequest} from '../../../domain/capture/captured-request';
import * as sessionCheck from '../../../domain/checks/session/session-check';
import {inspectRequest} from '../../../domain/inspect-request';
import {aReplay, aRequest} from '../test-support/a-request';
import {createTestStore} from '../test-support/create-test-store';

function aBatch(id: string, startedAt: number, changes: object = {}): CapturedRequest {
  const event = {
    event_name: 'signed_up',
    user_id: 'u-1',
    timestamp: '2026-11-22T15:51:12.204Z',
    properties: {user_email: 'amy@acme.example', user_name: 'Amy'},
    context: {group_id: 'g-1'},
    ...changes,
  };
  const bytes = new TextEncoder().encode(JSON.stringify([event]));
  return aRequest({
    id,
    startedAt: Date.UTC(2026, 10, 22, 15, 51, 12, 300) + startedAt,
    body: {kind: 'bytes', bytes},
  });
}

function createStore(records: readonly CapturedRequest[]) {
  return createTestStore({records, inspect: (request) => inspectRequest(request)});
}

function codesOf({store}: ReturnType<typeof createTestStore>, id: string): string[] {
  const entry = store.list.get(id);
  return [...(entry?.ownCodes ?? []), ...(entry?.events.flatMap(({codes}) => codes) ?? [])];
}

async function waitForCode(
  test: ReturnType<typeof createTestStore>,
  id: string,
  code: string,
): Promise<void> {
  await vi.waitFor(() => expect(codesOf(test, id)).toContain(code));
}

describe('rules over the session', () => {
  it('mark the second of two identical requests in the list and in its detail', async () => {
    const test = createStore([aBatch('r1', 0), aBatch('r2', 400)]);
    await test.store.start();
    await waitForCode(test, 'r2', 'repeated-batch');
    expect(codesOf(test, 'r1')).not.toContain('repeated-batch');
    const inspected = await test.store.read('r2');
    expect(inspected?.inspection.issues.map(({code}) => code)).toContain('repeated-batch');
  });

  it('judge anew when a request comes in before another', async () => {
    const test = createStore([aBatch('r2', 400)]);
    await test.store.start();
    await vi.waitFor(() => expect(test.store.list.get('r2')).toBeDefined());
    await test.log.put(aBatch('r1', 0));
    await waitForCode(test, 'r2', 'repeated-batch');
  });

  it('take a mark back when what it was for is gone', async () => {
    const test = createStore([aBatch('r1', 0), {...aBatch('r2', 400), pinned: true}]);
    await test.store.start();
    await waitForCode(test, 'r2', 'repeated-batch');
    await test.store.clear();
    await vi.waitFor(() => expect(codesOf(test, 'r2')).not.toContain('repeated-batch'));
  });

  it('say no more and no less of what comes in while the oldest are let go', async () => {
    const session = Array.from({length: 30}, (_, i) => aBatch(`r${i}`, i * 5_000, {user_id: `u-${i % 7}`}));
    const last = aBatch('last', 30 * 5_000, {user_id: 'u-5'});
    const full = createStore(session);
    await full.store.start();
    await waitForCode(full, 'r29', 'repeated-batch');
    await full.log.remove(session.slice(0, 10).map(({id}) => id));
    await vi.waitFor(() => expect(full.store.list.entries.peek()).toHaveLength(20));
    const marked = full.store.list.entries.peek().map(({id}) => codesOf(full, id));
    const restarted = vi.spyOn(sessionCheck, 'createSessionCheck');
    await full.log.remove(['r10', 'r11']);
    for (const request of [aBatch('next', 29.5 * 5_000, {user_id: 'u-0'}), last]) await full.log.put(request);
    await waitForCode(full, 'last', 'repeated-batch');
    expect(restarted).not.toHaveBeenCalled();
    expect(
      full.store.list.entries
        .peek()
        .slice(0, -2)
        .map(({id}) => codesOf(full, id)),
    ).toEqual(marked.slice(2));
  });

  it('judge each import by itself, and the page without them', async () => {
    const imported = (id: string) => ({imported: {id, file: 'visit.har'}, seenBy: ['import'] as const});
    const test = createStore([
      aBatch('live', 0),
      {...aBatch('a1', 400), ...imported('a')},
      {...aBatch('a2', 800), ...imported('a')},
      {...aBatch('b1', 1_200), ...imported('b')},
    ]);
    await test.store.start();
    await waitForCode(test, 'a2', 'repeated-batch');
    for (const id of ['live', 'a1', 'b1']) expect(codesOf(test, id)).not.toContain('repeated-batch');
  });

  it('leave our own replays alone', async () => {
    const replay = aReplay('r1');
    const test = createStore([aBatch('r1', 0), {...aBatch('r2', 200), replay}, aBatch('r3', 400)]);
    await test.store.start();
    await waitForCode(test, 'r3', 'repeated-batch');
    expect(codesOf(test, 'r2')).not.toContain('repeated-batch');
  });
});
