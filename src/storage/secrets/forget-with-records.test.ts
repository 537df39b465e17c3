import 'fake-indexeddb/auto';
import {beforeEach, expect, it, vi} from 'vitest';
import {buildPhase, bytesOf} from '../../domain/capture/build-observation';
import {buildArea, buildLocks} from '../build-area';
import {openCaptureLog} from '../log/open-capture-log';
import {readSecretsInUse} from '../log/read-secrets-in-use';
import {buildSecrets} from './build-secrets';
import {createSecretHider} from './hide-secrets';
import {GRACE} from './session-secrets';
import {openTargetCredentials} from './target-credentials';

/** A browser's limit of 10 MB and cookies of 3 KB, both scaled down: there is room for about 350 requests. */
const ROOM = 200_000;
const COOKIE = 300;
let count = 0;

beforeEach(() => {
  count += 1;
});

/** A log and its secrets as in a background, with a fake clock. */
async function open(maxRequests: number) {
  const name = `forget-${count}`;
  const clock = {now: 1_000_000};
  const now = () => clock.now;
  const area = buildArea(ROOM);
  const locks = buildLocks();
  const secrets = buildSecrets({area, locks, now, inUse: () => readSecretsInUse(name)});
  const onTrouble = vi.fn();
  const hider = createSecretHider(secrets, onTrouble);
  const log = await openCaptureLog({name, session: 's', limits: () => ({maxRequests, maxBytes: 1e9}), now});

  async function capture(index: number): Promise<string> {
    const requestId = `r-${index}`;
    const at = clock.now;
    const url = await hider.hideInUrl(`https://a.test/api?key=key-of-${index}`);
    const cookie = `${index}`.padEnd(COOKIE, 'x');
    const headers = await hider.hideInHeaders([{name: 'Cookie', value: cookie}]);
    const answered = await hider.hideInHeaders([{name: 'Set-Cookie', value: `next-${cookie}`}]);
    const common = {requestId, url, at};
    const [[id = '']] = await Promise.all([
      log.observe(buildPhase({...common, phase: 'before-request', body: bytesOf(`[${index}]`)})),
      log.observe(buildPhase({...common, phase: 'headers-sent', headers})),
      log.observe(
        buildPhase({...common, phase: 'completed', status: 200, statusText: 'OK', headers: answered}),
      ),
    ]);
    return id;
  }
  return {name, clock, area, locks, secrets, onTrouble, log, capture};
}

const secretsIn = (area: {stored: Map<string, unknown>}) =>
  [...area.stored.keys()].filter((key) => key.startsWith('secret-'));

it('has room for 5,000 requests with a new cookie each where the log keeps 100', {
  timeout: 120_000,
}, async () => {
  const {name, clock, area, secrets, onTrouble, log, capture} = await open(100);
  for (let first = 0; first < 5_000; first += 20) {
    await Promise.all(Array.from({length: 20}, (_, index) => capture(first + index)));
    clock.now += 10_000;
  }
  expect(onTrouble).not.toHaveBeenCalled();
  const used = await readSecretsInUse(name);
  expect(used.size).toBe(200);
  expect((await secrets.values([...used])).size).toBe(200);
  clock.now += GRACE + 1;
  await secrets.sweep();
  expect(secretsIn(area).toSorted()).toEqual([...used].toSorted());
  log.close();
});

it('frees the memory when the log is cleared, but for pinned records and what the user gave', async () => {
  const {clock, area, locks, secrets, log, capture} = await open(1_000);
  const credentials = openTargetCredentials({area, locks, secrets});
  const all = await credentials.keep('https://staging.test', 'X-Api-Key', 'k-1');
  const given = all['https://staging.test']?.[0]?.secret ?? '';
  const [pinned] = [await capture(1), await capture(2), await capture(3)];
  await log.update(pinned, (request) => ({...request, pinned: true}));
  expect(secretsIn(area)).toHaveLength(7);
  clock.now += GRACE + 1;
  const [{origin} = {origin: null}] = await log.get([pinned]);
  await log.clear(origin?.tabId ?? -1);
  const late = await secrets.keepAll(['its record is on its way']);
  await secrets.sweep();
  const [record] = await log.get([pinned]);
  const left = secretsIn(area);
  expect(left).toHaveLength(4);
  expect(left).toEqual(expect.arrayContaining([given, ...late.values()]));
  for (const key of left.filter((one) => one !== given && ![...late.values()].includes(one))) {
    expect(JSON.stringify(record)).toContain(key);
  }
  log.close();
});
