import {setTimeout as delay} from 'node:timers/promises';
import {type ActiveRule, BEHAVIOUR_HEADER, type Rule, toRequestedBehaviour} from './behaviour';
import {documentedLimits, type Limits} from './judge-request';
import {type ListenOptions, listen, type Request, type Response} from './listen';
import {createReceivedLog, type ReceivedPredicate} from './received-log';
import {type ReceivedRequest, readBody, toReceived} from './received-request';
import {answerPreflight, corsHeaders, dropConnection, respond} from './respond';
import {createRuleQueue, type TakenRule} from './rule-queue';
import {toAnswer} from './to-answer';

export interface TrackApiOptions extends ListenOptions {
  limits?: Limits;
  /** Paths besides those of ThriveStack's APIs that respond 200 to any POST: other vendors' endpoints, for real clients. */
  alsoAccept?: (path: string) => boolean;
}

/** The running server. */
export interface TrackApi {
  /** Its origin: `http://127.0.0.1:41234`. The endpoint is `${url}/api/track`. */
  url: string;
  port: number;
  /** All requests except preflights, in order of arrival. */
  received: readonly ReceivedRequest[];
  preflights: readonly ReceivedRequest[];
  /** Forgets received requests and all rules, and releases hanging requests. */
  reset(): void;
  /** Deviates from the documented response for the next matching request(s). */
  behave(rule: Rule): ActiveRule;
  /** The first request that satisfies the predicate, already received or within `timeoutMs` (10,000). */
  waitFor(predicate: ReceivedPredicate, timeoutMs?: number): Promise<ReceivedRequest>;
  close(): Promise<void>;
}

/**
 * ThriveStack's APIs as documented, over real HTTP with CORS: POST `/api/track`, `/api/identify` and `/api/group`
 * respond with 200, 400, 401 or 500 and `{success, response_id, message}`, all other paths with 404. It keeps every
 * byte it receives.
 */
export async function startTrackApi(options: TrackApiOptions = {}): Promise<TrackApi> {
  const log = createReceivedLog();
  const preflights: ReceivedRequest[] = [];
  const rules = createRuleQueue();
  const answerRules = {limits: options.limits ?? documentedLimits, alsoAccept: options.alsoAccept};

  async function handle(request: Request, response: Response): Promise<void> {
    const received = toReceived(request);
    if (received.method === 'OPTIONS') {
      preflights.push(received);
      answerPreflight(received, response, rules.refusesCors(received));
      return;
    }
    log.requests.push(received);
    await readBody(request, received);
    log.changed();
    if (!received.complete) return;
    const taken = rules.take(received) ?? {
      behaviour: toRequestedBehaviour(received.url, received.header(BEHAVIOUR_HEADER)),
      released: new Promise<void>(() => undefined),
    };
    await answer(received, response, taken);
    log.changed();
  }

  async function answer(received: ReceivedRequest, response: Response, taken: TakenRule): Promise<void> {
    const {behaviour} = taken;
    if (behaviour.delayMs) await delay(behaviour.delayMs);
    if (behaviour.hang) await taken.released;
    if (behaviour.drop) {
      dropConnection(response);
      return;
    }
    const {status, body, headers} = toAnswer(received, behaviour, answerRules);
    received.answer = {status, body};
    const all = {...headers, ...(behaviour.cors === false ? {} : corsHeaders(received))};
    respond(response, status, all, body, behaviour);
  }

  const listener = await listen((request, response) => {
    handle(request, response).catch((error: unknown) => {
      respond(response, 500, {'content-type': 'text/plain'}, `The reference server failed: ${String(error)}`);
    });
  }, options);

  return {
    url: `${options.https ? 'https' : 'http'}://${options.host ?? '127.0.0.1'}:${listener.port}`,
    port: listener.port,
    received: log.requests,
    preflights,
    reset: () => {
      rules.clear();
      log.requests.length = 0;
      preflights.length = 0;
    },
    behave: (rule) => rules.add(rule),
    waitFor: log.waitFor,
    close: async () => {
      rules.clear();
      await listener.close();
    },
  };
}
