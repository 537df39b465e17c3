import type {CapturedBody, RequestOrigin} from './captured-request';
import type {HarObservation, HookObservation, WebRequestObservation} from './observation';

type Phase<Name extends WebRequestObservation['phase']> = Extract<WebRequestObservation, {phase: Name}>;

/** For tests: a phase of one POST of tab 3, with valid defaults. */
export function buildPhase<Name extends WebRequestObservation['phase']>(
  parts: {phase: Name} & Omit<Phase<Name>, keyof typeof defaults | 'phase' | 'origin'> &
    Partial<Pick<WebRequestObservation, keyof typeof defaults | 'mark'>> & {
      origin?: Partial<RequestOrigin>;
    },
): Phase<Name> {
  return {...defaults, ...parts, origin: {...page, ...parts.origin}} as unknown as Phase<Name>;
}

/** For tests: DevTools' entry of the same request. */
export function buildHar(
  parts: Partial<HarObservation> & {status?: number; text?: string} = {},
): HarObservation {
  const {status = 200, text = '{"success":true}', ...rest} = parts;
  return {
    source: 'har',
    tabId: 3,
    pageUrl: page.pageUrl,
    startedAt: 1_003,
    endedAt: 1_052,
    url: defaults.url,
    method: 'POST',
    headers: {state: 'known', list: []},
    body: bytesOf('[1]'),
    answer: {status, statusText: 'OK', headers: {state: 'known', list: []}, body: {kind: 'text', text}},
    error: null,
    viaServiceWorker: false,
    ...rest,
  };
}

/** For tests: the page hook's report of the same request. */
export function buildHook(parts: Partial<HookObservation> = {}): HookObservation {
  return {
    source: 'page-hook',
    tabId: 3,
    frameId: 0,
    at: 999,
    url: defaults.url,
    method: 'POST',
    transport: 'fetch',
    body: bytesOf('[1]'),
    pageUrl: page.pageUrl,
    blocked: null,
    ...parts,
  };
}

/** For tests: the bytes of a text. */
export function bytesOf(text: string): CapturedBody {
  return {kind: 'bytes', bytes: new TextEncoder().encode(text)};
}

const page: RequestOrigin = {
  tabId: 3,
  frameId: 0,
  initiator: 'https://app.example.test',
  documentUrl: null,
  pageUrl: 'https://app.example.test/signup',
  type: 'xmlhttprequest',
};

const defaults = {
  source: 'web-request' as const,
  requestId: '7',
  at: 1_000,
  url: 'https://api.example.test/api/track',
  method: 'POST',
};
