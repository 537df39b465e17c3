import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {buildCaptured} from '../../../domain/replay/build-captured';
import {draftStoreOf} from '../draft/draft-store-of';
import {anEvent, anInspection} from '../test-support/an-inspection';
import {createTestStore} from '../test-support/create-test-store';
import {resendStoreOf} from './resend-store-of';

const COUNT = 12;
const inParallel = {concurrency: COUNT, intervalMs: 0};
const numbers = Array.from({length: COUNT}, (_, index) => index);

beforeEach(() => void vi.useFakeTimers({now: Date.UTC(2026, 10, 30), toFake: ['Date']}));
afterEach(() => void vi.useRealTimers());

/** Each of the requests has its place as its body; the last has all of these in one batch. */
async function open() {
  const bodies = [...numbers.map((number) => `[${number}]`), `[${numbers.join()}]`];
  const test = createTestStore({
    inspect: ({body}) => {
      const count = body.kind === 'bytes' ? String(body.bytes).split(',44,').length : 0;
      return anInspection({
        events: Array.from({length: count}, () => anEvent()),
        size: {events: count, bytes: count, maxEvents: 1, maxBytes: null},
      });
    },
    records: bodies.map((body, index) => buildCaptured({id: `r${index}`, startedAt: index, body})),
    dependencies: {background: {send: async () => ({ok: true}) as never}},
  });
  await test.store.start();
  const sent = async () => {
    const ids = test.store.list.entries.value.filter(({head}) => head.replay).map(({id}) => id);
    const records = new Map((await test.log.get(ids)).map((record) => [record.id, record]));
    return ids.map((id) => {
      const {body} = records.get(id) ?? {};
      return body?.kind === 'bytes' ? new TextDecoder().decode(body.bytes) : '';
    });
  };
  return {...test, sent};
}

const inOrder = numbers.map((number) => `[${number}]`);

it('lists requests that are resent in one millisecond in the order in which they are sent', async () => {
  const {store, sent} = await open();
  const resend = resendStoreOf(store);
  resend.open(numbers.map((number) => `r${number}`));
  await vi.waitFor(() => expect(resend.survey.value?.sendable).toHaveLength(COUNT));
  const asked = resend.start(inParallel);
  resend.start(inParallel, asked.state === 'ask' ? asked.confirmations : []);
  await vi.waitFor(async () => expect(await sent()).toHaveLength(COUNT));
  expect(await sent()).toEqual(inOrder);
});

it('lists the parts of a batch that are sent in one millisecond in the order of the batch', async () => {
  const {store, log, sent} = await open();
  const drafts = draftStoreOf(store);
  const [batch] = await log.get([`r${COUNT}`]);
  if (!batch) throw new Error('The record is missing.');
  const session = drafts.open(batch);
  await session.whenChecked();
  const asked = drafts.split.start(session, inParallel);
  drafts.split.start(session, inParallel, asked.state === 'ask' ? asked.confirmations : []);
  await vi.waitFor(async () => expect(await sent()).toHaveLength(COUNT));
  expect(await sent()).toEqual(inOrder);
  drafts.close();
});
