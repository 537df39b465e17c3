import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {buildAnswer, buildSource, createDraftWorld, type DraftWorld} from '../../../store/draft/draft-fakes';
import type {DraftSession} from '../../../store/draft/draft-session';
import {createDraftStore, type DraftStore} from '../../../store/draft/draft-store';
import {createSender, type Sender} from './create-sender';

const live = {name: 'Live', baseUrl: 'https://live.example.test', production: true};
const staging = {name: 'Staging', baseUrl: 'https://staging.example.test', production: false};

let world: DraftWorld;
let store: DraftStore;
let session: DraftSession;
let sender: Sender;

beforeEach(async () => {
  world = createDraftWorld();
  const settings = world.settings.value.peek();
  world.settings.value.value = {...settings, replay: {...settings.replay, targets: [live, staging]}};
  store = createDraftStore(world);
  session = store.open(buildSource('[1]'));
  session.choose({target: live.baseUrl});
  sender = createSender(store, session);
  sender.send();
  await vi.waitFor(() => expect(sender.asking.value).toMatchObject([{origin: live.baseUrl}]));
});
afterEach(() => store.close());

const countSends = () => world.asked.filter(({type}) => type === 'send-replay').length;

it.each<[what: string, change: () => void]>([
  ['another target is chosen', () => session.choose({target: staging.baseUrl})],
  [
    'the text is changed',
    () => {
      session.change([{from: 1, to: 2, insert: '2, 3'}]);
      session.flush();
    },
  ],
])('withdraws its question when %s: confirming would send something else', async (_, change) => {
  change();
  expect(sender.asking.value).toBeNull();
  sender.confirm();
  await session.whenChecked();
  expect(countSends()).toBe(0);
});

it('sends what it has asked about when that is confirmed', async () => {
  sender.confirm();
  await world.answer(buildAnswer(200));
  expect(countSends()).toBe(1);
  expect(sender.asking.value).toBeNull();
});
