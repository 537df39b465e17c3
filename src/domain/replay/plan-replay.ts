import type {CapturedBody, CapturedHeader, CapturedRequest, ReplayRecord} from '../capture/captured-request';
import {type Draft, toBody} from '../edit/draft';
import {parseUrl, toOrigin} from '../parse-url';
import {isCredentialHeader} from '../secrets/header-secrets';
import {maskCapturedBody} from '../secrets/mask-body';
import {decideRedirects} from './decide-redirects';
import {explainWays, mayReach, type WayHints} from './explain-ways';
import type {CredentialChoice, SendSituation} from './headers/decide-header';
import {whyCredentialStays} from './headers/decide-header';
import type {HeaderDecision} from './headers/header-decision';
import type {HeaderEdit} from './headers/header-edit';
import {type HeaderChoices, planHeaders} from './headers/plan-headers';
import {type TargetCredential, toHeaderEdits} from './headers/target-credential';
import {secretParameters, USER_INFO, withoutLogin, withoutSecretParameters} from './marking/replay-url';
import type {TestMark} from './marking/test-mark';
import {toFetchMethod} from './to-fetch-method';

/** The user's choices, and values that only the caller knows. */
export interface ReplayOptions {
  /** ID of the new record, and the random one-shot marker by which our observers recognise the request. */
  id: string;
  marker: string;
  /** The current time, in milliseconds since the epoch. */
  startedAt: number | null;
  way: ReplayRecord['way'];
  timeoutSeconds: number;
  /** Only followed if no credential would be sent to another host; see `decideRedirects`. */
  followRedirects: boolean;
  /** Default: captured credentials are only sent to the origin that they were captured for. */
  credentials?: CredentialChoice;
  /**
   * Credentials that the user gave for the target: sent if `credentials` says so, except for headers with individual
   * decisions.
   */
  targetCredentials?: readonly TargetCredential[];
  /** Lets the browser send its cookies for the target. Off by default. */
  cookies?: boolean;
  /** The address to use instead of the source's; required for a draft without a source. See `retargetUrl`. */
  url?: string;
  /** The origin of the address that a draft without a source was pasted with, to which its credentials belong. */
  home?: string | null;
  /** Used instead of the source's; POST for a draft without a source. */
  method?: string;
  /** The user's decisions about individual headers. */
  headers?: readonly HeaderEdit[];
  /** The target's test mark. The user's own decision about that header takes precedence. */
  mark?: TestMark | null;
  /** Whether the extension has the user's permission to access the address; null or missing: unknown. */
  isPermitted?: (url: string) => boolean | null;
  /** The tab that a draft without a source belongs to. */
  tabId?: number | null;
}

export type ReplayPlan =
  | {
      ok: true;
      /** To be stored and then sent: outcome `queued`, secrets as references, the URL without our marker. */
      record: CapturedRequest;
      /** Every header of the original, then added ones, each with what happens to it and why. */
      headerPlan: HeaderDecision[];
      /** Further notes for the user, for example about bytes that are not the original's. */
      notes: string[];
      ways: WayHints;
    }
  /** Nothing can be sent; the sentence says why. */
  | {ok: false; reason: string};

/**
 * What would be sent, header by header, before anything is sent. An unchanged draft sends exactly the original's
 * bytes. A compressed original that was edited is sent as plain text without Content-Encoding: every endpoint accepts
 * plain text, and the text in the editor is what is sent.
 */
export function planReplay(input: {
  source: CapturedRequest | null;
  draft: Draft;
  options: ReplayOptions;
}): ReplayPlan {
  const {source, draft, options} = input;
  const asked = options.url ?? source?.url;
  if (asked === undefined) return refuse('The address is missing. Enter one.');
  if (source?.urlLength !== undefined) return refuse(describeCut(source.urlLength));
  const parsed = parseUrl(asked);
  // A parser also reads `https:/amy:pw@host`, and leaves out a tab, so that the password would be overlooked.
  if (parsed === null || !/^https?:\/\/[^/\\\s]/i.test(asked))
    return refuse(`“${asked}” is not a valid address. It has to begin with https:// or http://.`);
  const {origin} = parsed;
  const method = toFetchMethod(options.method ?? source?.method ?? 'POST');
  const body = toBody(draft);
  if (body === null)
    return refuse(draft.original.state === 'unavailable' ? draft.original.reason : 'The body is missing.');
  const against = whyMethodFails(method, body.kind !== 'none');
  if (against !== null) return refuse(against);

  const situation = describe(source, draft, options, {method, origin});
  const {url, decisions} = decideUrl(asked, situation);
  const headerPlan = [...decisions, ...planHeaders(source, situation, withTargetCredentials(options))];
  const sent = headerPlan.flatMap((decision) => (decision.sent === null ? [] : [decision.sent]));
  const permitted = options.isPermitted?.(url) ?? null;
  const redirects = decideRedirects({
    asked: options.followRedirects,
    way: options.way,
    hasCredentials: sent.some(isCredentialHeader),
    hasCredentialsInBody: options.followRedirects && hasCredentialsInBody(body, sent),
    mayReach: mayReach(source, url, permitted),
  });
  const {followed} = redirects;
  const record = makeRecord({source, options, url, method, body, headers: sent, followed});
  const ways = explainWays(source, url, sent, permitted);
  return {
    ok: true,
    record,
    headerPlan,
    notes: [...noteOn(source, draft), ...(redirects.note === null ? [] : [redirects.note])],
    ways,
  };
}

/** A body that can't be read may contain one. */
function hasCredentialsInBody(body: CapturedBody, headers: readonly CapturedHeader[]): boolean {
  return maskCapturedBody(body, {state: 'known', list: headers}) !== body;
}

function withTargetCredentials(options: ReplayOptions): HeaderChoices {
  const {headers = [], mark = null, credentials, targetCredentials = []} = options;
  const given = credentials === 'of-target' ? toHeaderEdits(targetCredentials, headers) : [];
  return {headers: [...headers, ...given], mark};
}

function describeCut(length: number): string {
  return (
    `The address had ${length} characters, but only its beginning was kept. ` +
    'To send this body, copy it to a new request.'
  );
}

function refuse(reason: string): ReplayPlan {
  return {ok: false, reason};
}

function whyMethodFails(method: string, hasBody: boolean): string | null {
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(method)) return `“${method}” is not a valid HTTP method.`;
  if (/^(?:connect|trace|track)$/i.test(method)) return `Browsers do not send ${method.toUpperCase()}.`;
  return hasBody && /^(?:get|head)$/i.test(method)
    ? `Browsers do not send a body with ${method.toUpperCase()}.`
    : null;
}

function describe(
  source: CapturedRequest | null,
  draft: Draft,
  options: ReplayOptions,
  target: {method: string; origin: string},
): SendSituation {
  const {original, dirty} = draft;
  return {
    way: options.way,
    method: target.method,
    capturedOrigin: source === null ? (options.home ?? null) : toOrigin(source.url),
    targetOrigin: target.origin,
    isImported: source?.seenBy.includes('import') === true,
    credentials: options.credentials ?? 'same-origin',
    cookies: options.cookies ?? false,
    body: {
      edited: dirty,
      changed: dirty || original.state === 're-encoded',
      unpacked: original.isPacked && (dirty || original.state === 're-encoded'),
      contentType: original.state === 're-encoded' ? original.contentType : null,
    },
  };
}

function decideUrl(asked: string, situation: SendSituation): {url: string; decisions: HeaderDecision[]} {
  const stays = whyCredentialStays(situation);
  const url = withoutLogin(asked);
  const decisions = secretParameters(url).map(({name, isForgotten}): HeaderDecision => {
    const here = {name, before: null, sent: null};
    if (isForgotten) return {...here, outcome: 'impossible', reason: 'This credential was not kept.'};
    return stays === null
      ? {...here, outcome: 'kept', reason: 'The captured credential in the address.'}
      : {...here, outcome: 'left-out', reason: stays};
  });
  if (url !== asked) {
    decisions.unshift({name: USER_INFO, outcome: 'left-out', reason: whyNoLogin, before: null, sent: null});
  }
  return {url: withoutSecretParameters(url, ({isForgotten}) => isForgotten || stays !== null), decisions};
}

const whyNoLogin = 'Browsers do not send to addresses with a password.';

function noteOn(source: CapturedRequest | null, draft: Draft): string[] {
  const notes: string[] = [];
  if (draft.original.state === 're-encoded' && !draft.dirty) notes.push(draft.original.reason);
  if (source?.headers.state === 'unknown') {
    notes.push('The headers of the original were not captured. Only those that you add are sent.');
  }
  return notes;
}

function makeRecord(parts: {
  source: CapturedRequest | null;
  options: ReplayOptions;
  url: string;
  method: string;
  body: CapturedRequest['body'];
  headers: readonly CapturedHeader[];
  followed: boolean;
}): CapturedRequest {
  const {source, options, url, method, body, headers} = parts;
  const nowhere = {tabId: null, frameId: null, initiator: null, documentUrl: null, pageUrl: null, type: null};
  return {
    id: options.id,
    url,
    method,
    headers: {state: 'known', list: headers},
    body,
    startedAt: options.startedAt,
    origin: source?.origin ?? {...nowhere, tabId: options.tabId ?? null},
    outcome: {state: 'queued'},
    seenBy: ['replay'],
    replay: {
      sourceId: source?.id ?? null,
      way: options.way,
      marker: options.marker,
      claimed: false,
      timeoutSeconds: options.timeoutSeconds,
      followRedirects: parts.followed,
      ...(options.cookies === true && {cookies: true}),
    },
  };
}
