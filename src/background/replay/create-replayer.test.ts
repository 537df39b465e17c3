import 'fake-indexeddb/auto';
import {describe, expect, it} from 'vitest';
import type {CapturedRequest, ReplayRecord} from '../../domain/capture/captured-request';
import {buildCaptured} from '../../domain/replay/build-captured';
import type {ReplayLog} from '../../storage/log/capture-log';
import {openCaptureLog} from '../../storage/log/open-capture-log';
import {buildSecrets} from '../../storage/secrets/build-secrets';
import {createSecretHider} from '../../storage/secrets/hide-secrets';
import {createReplayer, type Replayer, type ReplayerParts} from './create-replayer';
import {type FetchedAnswer, type ReplayFetch, toReason} from './fetch-answer';

const answer: FetchedAnswer = {
  ok: true,
  status: 200,
  statusText: 'OK',
  headers: [{name: 'Set-Cookie', value: 'sid=1'}],
  body: {kind: 'text', text: 'done'},
};

let count = 0;

async function setUp(parts: Partial<ReplayerParts> = {}) {
  count += 1;
  const log = await openCaptureLog({
    name: `replays-${count}`,
    session: 's',
    limits: () => ({maxRequests: 100, maxBytes: 1_000_000}),
  });
  const sent: ReplayFetch[] = [];
  const secrets = buildSecrets();
  const replayer: Replayer = createReplayer({
    log,
    secrets,
    hider: createSecretHider(secrets, () => undefined),
    rules: {during: (_, task) => task(), clear: async () => undefined},
    fetchAnswer: async (request) => {
      sent.push(request);
      return answer;
    },
    fetchInPage: async () => ({ok: false, error: 'in the page'}),
    keepAwake: (task) => task(),
    listenToAllUrls: async () => undefined,
    settled: async () => undefined,
    now: () => 5_000,
    ...parts,
  });
  return {log, secrets, replayer, sent};
}

function buildReplay(
  replay: Partial<ReplayRecord> = {},
  parts: Parameters<typeof buildCaptured>[0] = {},
): CapturedRequest {
  return buildCaptured({
    id: 'replay-1',
    outcome: {state: 'queued'},
    replay: {
      sourceId: 'request-1',
      way: 'extension',
      marker: 'm1',
      claimed: false,
      timeoutSeconds: 120,
      followRedirects: false,
      ...replay,
    },
    ...parts,
  });
}

async function outcomeOf(log: ReplayLog): Promise<CapturedRequest['outcome'] | undefined> {
  return (await log.get(['replay-1']))[0]?.outcome;
}

describe('a replay', () => {
  it('is sent once, however often it is asked for, and its answer written', async () => {
    const {log, replayer, sent} = await setUp();
    await log.put(buildReplay());
    const results = await Promise.all([replayer.send('replay-1'), replayer.send('replay-1')]);
    expect(results.map(({ok}) => ok).toSorted()).toEqual([false, true]);
    expect(sent).toMatchObject([
      {url: 'https://api.example.test/api/track#track-inspector-replay=m1', credentials: 'omit'},
    ]);
    expect(await outcomeOf(log)).toMatchObject({
      state: 'answered',
      body: {text: 'done'},
      headers: {list: [{name: 'Set-Cookie', value: null}]},
    });
  });

  it('takes its credentials from the session, and is not sent without them', async () => {
    const {log, secrets, replayer, sent} = await setUp();
    const secret = await secrets.keep('Bearer t');
    await log.put(buildReplay({}, {headers: [{name: 'Authorization', value: null, secret}]}));
    await replayer.send('replay-1');
    expect(sent[0]?.headers).toEqual([['Authorization', 'Bearer t']]);
    await log.put(buildReplay({}, {headers: [{name: 'Authorization', value: null, secret: 'secret-gone'}]}));
    expect(await replayer.send('replay-1')).toEqual({
      ok: false,
      reason: expect.stringContaining('Authorization'),
    });
    expect(sent).toHaveLength(1);
    expect(await outcomeOf(log)).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('Nothing was sent'),
    });
  });

  it('is not left pending if its credentials cannot be read', async () => {
    const values = () => Promise.reject(new Error('The storage is broken.'));
    const {log, replayer, sent} = await setUp({secrets: {...buildSecrets(), values}});
    await log.put(buildReplay({}, {headers: [{name: 'Authorization', value: null, secret: 'secret-1'}]}));
    expect(await replayer.send('replay-1')).toMatchObject({ok: false});
    expect(sent).toEqual([]);
    expect(await outcomeOf(log)).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('Nothing was sent'),
    });
  });

  it('that is cancelled says that it may have arrived', async () => {
    const begun = withResolvers();
    const {log, replayer} = await setUp({
      fetchAnswer: (_, signal) => {
        begun.resolve();
        return untilAborted(signal);
      },
    });
    await log.put(buildReplay());
    const sending = replayer.send('replay-1');
    await begun.promise;
    expect(replayer.cancel('replay-1')).toBe(true);
    await sending;
    expect(await outcomeOf(log)).toMatchObject({
      state: 'failed',
      error: 'Cancelled. The server may still have received it.',
    });
    expect(replayer.cancel('replay-1')).toBe(false);
  });

  it('that is cancelled before it is sent is not sent, and says so', async () => {
    const secrets = withResolvers();
    const {log, replayer, sent} = await setUp({
      secrets: {
        ...buildSecrets(),
        async values() {
          await secrets.promise;
          return new Map();
        },
      },
    });
    await log.put(buildReplay());
    const sending = replayer.send('replay-1');
    expect(replayer.cancel('replay-1')).toBe(true);
    secrets.resolve();
    expect(await sending).toEqual({ok: true});
    expect(sent).toEqual([]);
    expect(await outcomeOf(log)).toMatchObject({
      state: 'failed',
      error: 'Nothing was sent: it was cancelled first.',
    });
  });

  it('that times out says that it may have arrived', async () => {
    const {log, replayer} = await setUp({fetchAnswer: (_, signal) => untilAborted(signal)});
    await log.put(buildReplay({timeoutSeconds: 0.01}));
    await replayer.send('replay-1');
    expect(await outcomeOf(log)).toMatchObject({
      state: 'failed',
      error: 'Timed out after 0.01 s. The server may still have received it.',
    });
  });

  it.each([
    [
      'before it is sent, says that nothing was sent',
      false,
      {state: 'failed', error: 'Nothing was sent: full'},
    ],
    [
      'after that, does not',
      true,
      {state: 'unknown', reason: expect.stringContaining('response was lost: full')},
    ],
  ])('whose rule fails %s', async (_, runs, outcome) => {
    const {log, replayer, sent} = await setUp({
      rules: {
        during: async (_, task) => {
          if (runs) await task();
          throw new Error('full');
        },
        clear: async () => undefined,
      },
    });
    await log.put(buildReplay());
    await replayer.send('replay-1');
    expect(sent).toHaveLength(runs ? 1 : 0);
    expect(await outcomeOf(log)).toMatchObject(outcome);
  });

  it('goes the way of the page when it says so', async () => {
    const {log, replayer} = await setUp();
    await log.put(buildReplay({way: 'page'}));
    await replayer.send('replay-1');
    expect(await outcomeOf(log)).toMatchObject({state: 'failed', error: 'in the page'});
  });

  it('that a stopped background left under way is called unknown, and never sent again', async () => {
    const {log, replayer, sent} = await setUp();
    await log.put({...buildReplay({claimed: true}), outcome: {state: 'pending'}});
    await replayer.giveUpInterrupted();
    expect(await outcomeOf(log)).toMatchObject({state: 'unknown'});
    expect(await replayer.send('replay-1')).toMatchObject({ok: false});
    expect(sent).toEqual([]);
  });

  it('that was not taken yet stays queued over the restart that it caused itself', async () => {
    const {log, replayer} = await setUp({now: () => 60_999});
    await log.put(buildReplay({}, {startedAt: 1_000}));
    await replayer.giveUpInterrupted();
    expect(await outcomeOf(log)).toEqual({state: 'queued'});
  });

  it('whose panel was closed before it handed it over is called not sent, and is no longer sent', async () => {
    const {log, replayer, sent} = await setUp({now: () => 61_000});
    await log.put(buildReplay({}, {startedAt: 1_000}));
    expect(await replayer.giveUpInterrupted()).toBe(0);
    expect(await outcomeOf(log)).toEqual({
      state: 'failed',
      error: 'Nothing was sent: DevTools was closed first.',
      endedAt: 61_000,
    });
    expect(await replayer.send('replay-1')).toMatchObject({ok: false});
    expect(sent).toEqual([]);
  });

  it('leaves what webRequest told of its redirect', async () => {
    const redirect = {
      state: 'answered',
      status: 302,
      statusText: '',
      headers: {state: 'unknown'},
      body: {kind: 'missing', reason: 'opaque'},
      endedAt: 1,
    } as const;
    const {log, replayer} = await setUp({
      settled: async () => {
        await log.update('replay-1', (request) => ({...request, outcome: redirect}));
      },
    });
    await log.put(buildReplay());
    await replayer.send('replay-1');
    expect(await outcomeOf(log)).toEqual(redirect);
  });
});

describe('a replay whose response is cut off', () => {
  const failure = {ok: false, error: 'network error', status: 200} as const;
  const seen = {state: 'failed', error: 'net::ERR_CONNECTION_RESET', endedAt: 3} as const;
  it.each([
    ['as the fetch tells it', undefined, {state: 'failed', error: 'network error', status: 200}],
    ['as webRequest told before', seen, {...seen, status: 200}],
  ])('keeps its status, %s', async (_, known, outcome) => {
    const {log, replayer} = await setUp({
      fetchAnswer: async () => failure,
      settled: async () => {
        if (known) await log.update('replay-1', (request) => ({...request, outcome: known}));
      },
    });
    await log.put(buildReplay());
    await replayer.send('replay-1');
    expect(await outcomeOf(log)).toMatchObject(outcome);
  });
});

/** A server that never responds: the fetch ends when we cancel it. */
function untilAborted(signal: AbortSignal): Promise<FetchedAnswer> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve({ok: false, error: toReason(signal.reason, signal)}));
  });
}

function withResolvers(): {promise: Promise<void>; resolve(): void} {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return {promise, resolve};
}
