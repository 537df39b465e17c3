import type {CapturedHeaders, CapturedRequest, Outcome} from '../../domain/capture/captured-request';
import {withMarker} from '../../domain/capture/replay-marker';
import {type FetchParts, secretsOf, toFetchParts} from '../../domain/replay/to-fetch-parts';
import {toErrorMessage} from '../../domain/to-error-message';
import type {ReplayLog} from '../../storage/log/capture-log';
import type {SecretHider} from '../../storage/secrets/hide-secrets';
import type {SecretStore} from '../../storage/secrets/secret-store';
import {claimReplay} from './claim-replay';
import type {FetchedAnswer, ReplayFetch} from './fetch-answer';
import {giveUp} from './give-up';
import type {SessionRules} from './session-rules';

export interface ReplayerParts {
  log: ReplayLog;
  secrets: SecretStore;
  hider: SecretHider;
  rules: SessionRules;
  fetchAnswer(request: ReplayFetch, signal: AbortSignal): Promise<FetchedAnswer>;
  /** Through a script in the page that the record came from. */
  fetchInPage(record: CapturedRequest, request: ReplayFetch, signal: AbortSignal): Promise<FetchedAnswer>;
  /** Keeps the background running while the task does. */
  keepAwake<T>(task: () => Promise<T>): Promise<T>;
  /** Resolves when webRequest tells of requests to any address. */
  listenToAllUrls(): Promise<void>;
  /** Resolves when what webRequest saw so far is handed to the log. */
  settled(): Promise<void>;
  now(): number;
}

export interface Replayer {
  /** Sends the queued replay of this id, once, whoever asks how often. Resolves when its result is in the log. */
  send(id: string): Promise<{ok: true} | {ok: false; reason: string}>;
  /** Stops waiting for an answer; true if it was under way here. */
  cancel(id: string): boolean;
  /**
   * At the start of a background: nobody knows what became of the replays of the one before, and those whose panel was
   * closed before it handed them over are never sent. Resolves to how many may have left.
   */
  giveUpInterrupted(): Promise<number>;
}

export function createReplayer(parts: ReplayerParts): Replayer {
  const {log, secrets, now} = parts;
  const underWay = new Map<string, AbortController>();

  async function send(id: string): Promise<{ok: true} | {ok: false; reason: string}> {
    const claimed = await log.update(id, (request) => claimReplay(request, now()));
    if (claimed === null)
      return {ok: false, reason: 'This replay was already sent, or is no longer in the log.'};
    const fetchParts = toFetchParts(claimed, await secrets.values(secretsOf(claimed)));
    if (fetchParts.missing.length > 0) {
      const reason = `Nothing was sent: the values of ${fetchParts.missing.join(', ')} are no longer available.`;
      await finish(id, {state: 'failed', error: reason, endedAt: now()});
      return {ok: false, reason};
    }
    await parts.keepAwake(() => sendClaimed(claimed, fetchParts));
    return {ok: true};
  }

  async function sendClaimed(record: CapturedRequest, fetchParts: FetchParts): Promise<void> {
    const {replay} = record;
    if (!replay) return;
    const controller = new AbortController();
    underWay.set(record.id, controller);
    let isHandedOver = false;
    const timer = setTimeout(() => {
      controller.abort(new Error(`No answer within ${replay.timeoutSeconds} s.`));
    }, replay.timeoutSeconds * 1_000);
    const request: ReplayFetch = {
      ...fetchParts,
      url: withMarker(fetchParts.url, replay.marker),
      followRedirects: replay.followRedirects,
    };
    try {
      await parts.listenToAllUrls();
      const fetchAsChosen = () => {
        isHandedOver = true;
        return replay.way === 'page'
          ? parts.fetchInPage(record, request, controller.signal)
          : parts.fetchAnswer(request, controller.signal);
      };
      const ruled = {...request, headers: fetchParts.ruleHeaders};
      const answer =
        replay.way === 'page' ? await fetchAsChosen() : await parts.rules.during(ruled, fetchAsChosen);
      await finish(record.id, await toOutcome(answer));
    } catch (error) {
      await finish(record.id, toFailedSend(error, isHandedOver));
    } finally {
      clearTimeout(timer);
      underWay.delete(record.id);
    }
  }

  /** Something of ours failed, not the request: whether it left decides what can be said of it. */
  function toFailedSend(error: unknown, isHandedOver: boolean): Outcome {
    const what = toErrorMessage(error);
    return isHandedOver
      ? {state: 'unknown', reason: `It was sent, but its response was lost: ${what}`}
      : {state: 'failed', error: `Nothing was sent: ${what}`, endedAt: now()};
  }

  async function toOutcome(answer: FetchedAnswer): Promise<Outcome> {
    if (!answer.ok) return {...answer.outcome, ...(answer.outcome.state === 'failed' && {endedAt: now()})};
    const headers: CapturedHeaders = await parts.hider.hideInHeaders(answer.headers);
    const {status, statusText, body} = answer;
    return {state: 'answered', status, statusText, headers, body, endedAt: now()};
  }

  /** Writes what became of it; what webRequest knows better (a redirect's address, an error code) stays. */
  async function finish(id: string, outcome: Outcome): Promise<void> {
    await parts.settled();
    await log.update(id, (request) => {
      const {state} = request.outcome;
      return state === 'pending' || state === 'queued' ? {...request, outcome} : null;
    });
  }

  return {
    send,
    cancel(id) {
      const controller = underWay.get(id);
      controller?.abort(new Error('Cancelled. The server may still have received it.'));
      return controller !== undefined;
    },
    async giveUpInterrupted() {
      const outstanding = (await log.outstandingReplays()).filter(({id}) => !underWay.has(id));
      for (const {id} of outstanding) await log.update(id, (request) => giveUp(request, now()));
      return outstanding.filter(({replay}) => replay?.claimed).length;
    },
  };
}
