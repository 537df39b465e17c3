import type {ReceivedRequest} from './received-request';

/** How the server deviates from its documented response, for one request. */
export interface Behaviour {
  /** Responds with this delay in milliseconds. */
  delayMs?: number;
  /** Responds with this status, and with `body` or the documented text for it, whatever was sent. */
  status?: number;
  body?: string;
  contentType?: string;
  /** Pads the response to about this number of bytes. */
  size?: number;
  /** 307 or 308 to this URL. */
  redirect?: {status: 307 | 308; location: string};
  /** Does not respond until released (or closed). */
  hang?: boolean;
  /** Closes the connection instead of responding. */
  drop?: boolean;
  /** Announces the whole response, sends half of it and closes the connection. */
  halve?: boolean;
  /** False: omits all CORS headers, also in the preflight. */
  cors?: boolean;
}

/** A programmed behaviour, used for the first `times` (1) matching requests (any). */
export interface Rule extends Behaviour {
  times?: number;
  match?: (request: Pick<ReceivedRequest, 'method' | 'url' | 'header'>) => boolean;
}

export interface ActiveRule {
  /** Releases all requests that hang because of this rule, and later ones. */
  release(): void;
  remove(): void;
}

/** A preflight can't contain the header, but it has the same query as the request. */
export const BEHAVIOUR_HEADER = 'x-track-api-behave';

/**
 * The behaviour that a request itself asks for, in its query or in `x-track-api-behave` with the same syntax:
 * `delay=500&status=503&html=1&size=3000000&redirect=307&location=…&hang=1&drop=1&halve=1&cors=off`.
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
    ...(query.has('halve') ? {halve: true} : {}),
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
