import type {ReceivedRequest} from './received-request';

/** How the server departs from its documented answer, for one request. */
export interface Behaviour {
  /** Answers so many milliseconds late. */
  delayMs?: number;
  /** Answers with this status, and `body` or the documented text for it, whatever was sent. */
  status?: number;
  body?: string;
  contentType?: string;
  /** Pads the answer to about so many bytes. */
  size?: number;
  /** 307 or 308 to this URL. */
  redirect?: {status: 307 | 308; location: string};
  /** Says nothing until released (or closed). */
  hang?: boolean;
  /** Cuts the connection instead of answering. */
  drop?: boolean;
  /** False: leaves out every CORS header, the preflight's too. */
  cors?: boolean;
}

/** A programmed behaviour: taken by the first `times` (1) requests that match (any). */
export interface Rule extends Behaviour {
  times?: number;
  match?: (request: Pick<ReceivedRequest, 'method' | 'url' | 'header'>) => boolean;
}

export interface ActiveRule {
  /** Lets every request go that hangs on this rule, and those to come. */
  release(): void;
  remove(): void;
}

/** A preflight can't carry the header; its query is the same as the request's. */
export const BEHAVIOUR_HEADER = 'x-track-api-behave';

/**
 * The behaviour that a request asks for itself, by its query or by `x-track-api-behave` written like one:
 * `delay=500&status=503&html=1&size=3000000&redirect=307&location=…&hang=1&drop=1&cors=off`.
 */
export function toRequestedBehaviour(url: string, header: string | undefined): Behaviour {
  const query = new URLSearchParams(header ?? url.split('?')[1] ?? '');
  const status = toNumber(query.get('status'));
  const redirect = query.get('redirect');
  return {
    ...definedOnly({delayMs: toNumber(query.get('delay')), status, size: toNumber(query.get('size'))}),
    ...(query.has('html') ? {body: toHtml(status ?? 500), contentType: 'text/html; charset=utf-8'} : {}),
    ...(redirect === '307' || redirect === '308' ? {redirect: toRedirect(redirect, query)} : {}),
    ...(query.has('hang') ? {hang: true} : {}),
    ...(query.has('drop') ? {drop: true} : {}),
    ...(query.get('cors') === 'off' ? {cors: false} : {}),
  };
}

function toRedirect(status: '307' | '308', query: URLSearchParams): NonNullable<Behaviour['redirect']> {
  return {status: status === '307' ? 307 : 308, location: query.get('location') ?? '/api/track'};
}

function toHtml(status: number): string {
  return `<!doctype html><title>${status}</title><h1>${status}</h1><p>The server is having a rest.</p>`;
}

function toNumber(text: string | null): number | undefined {
  const value = Number(text);
  return text === null || text === '' || Number.isNaN(value) ? undefined : value;
}

function definedOnly<T extends Record<string, number | undefined>>(values: T): {[K in keyof T]?: number} {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: number;
  };
}
