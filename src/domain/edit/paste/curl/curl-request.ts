import {toBase64} from '../../../bytes/to-base64';
import {toBytes, toText} from '../byte-text';
import type {RawParts} from '../pasted-request';
import {toCurlAddress} from './curl-address';

/** The options of one request. Texts are byte texts. */
export interface CurlRequest {
  urls: string[];
  /** Variables that may hold an address or options. */
  unsureUrls: string[];
  method: string | null;
  isHead: boolean;
  headers: {name: string; value: string}[];
  removed: Set<string>;
  /** Headers set by options: the last one counts, but a header option with that name takes precedence. */
  set: Map<string, string>;
  cookies: string[];
  user: string | null;
  /** An authentication method other than Basic, which needs a response first. */
  login: string | null;
  bearer: string | null;
  /** The body in pieces; null: no option sets one. A missing piece is left out. */
  data: string | null;
  isJson: boolean;
  isForm: boolean;
  isUpload: boolean;
  isQuery: boolean;
  queries: string[];
  isGlobbed: boolean;
  isPathAsIs: boolean;
  scheme: string;
  notes: string[];
}

export function newCurlRequest(notes: string[]): CurlRequest {
  return {
    urls: [],
    unsureUrls: [],
    method: null,
    isHead: false,
    headers: [],
    removed: new Set(),
    set: new Map(),
    cookies: [],
    user: null,
    login: null,
    bearer: null,
    data: null,
    isJson: false,
    isForm: false,
    isUpload: false,
    isQuery: false,
    queries: [],
    isGlobbed: true,
    isPathAsIs: false,
    scheme: 'http',
    notes,
  };
}

/** One request per address, as curl sends them; a request without an address if none is given. */
export function toRequests(request: CurlRequest): RawParts[] {
  const {isQuery, data, notes} = request;
  const urls = request.urls.length > 0 ? request.urls : request.unsureUrls;
  if (request.urls.length > 0)
    for (const url of request.unsureUrls)
      notes.push(`${toText(url)} is filled in by a shell. It is ignored.`);
  const body = isQuery || data === null ? null : data;
  const headers = toHeaders(request, body !== null);
  const method = toText(request.method ?? toMethod(request, body !== null));
  const queries = [...request.queries, ...(isQuery && data !== null ? [data] : [])];
  const {isGlobbed, scheme} = request;
  if (request.isPathAsIs && urls.some(hasDots))
    notes.push('--path-as-is is ignored: browsers resolve . and .. in a path.');
  const toParts = (given: string | undefined): RawParts => ({
    url: given === undefined ? null : toCurlAddress(given, {queries, scheme, isGlobbed, notes}),
    method,
    headers: headers.map((header) => ({...header})),
    body: body === null || (body === '' && request.isForm) ? null : toBytes(body),
    notes: [...new Set(notes)],
  });
  return urls.length === 0 ? [toParts(undefined)] : urls.map(toParts);
}

/** A segment of its path is `.` or `..`. */
function hasDots(url: string): boolean {
  return /\/\.\.?(?:\/|$)/.test(url.replace(/[?#].*$/s, ''));
}

function toMethod({isHead, isUpload, isForm}: CurlRequest, hasBody: boolean): string {
  if (isHead) return 'HEAD';
  if (isUpload) return 'PUT';
  return hasBody || isForm ? 'POST' : 'GET';
}

function toHeaders(request: CurlRequest, hasBody: boolean): RawParts['headers'] {
  const headers = request.headers.map(({name, value}) => ({name: toText(name), value: toText(value)}));
  const names = new Set([...headers.map(({name}) => name.toLowerCase()), ...request.removed]);
  const add = (name: string, value: string | null) => {
    if (value !== null && !names.has(name.toLowerCase())) headers.push({name, value: toText(value)});
  };
  for (const [name, value] of request.set) add(name, value);
  if (request.cookies.length > 0) add('Cookie', request.cookies.join(';'));
  add('Authorization', toAuthorization(request));
  if (request.isJson) add('Accept', 'application/json');
  if (request.isJson) add('Content-Type', 'application/json');
  else if (hasBody && !request.isUpload) add('Content-Type', 'application/x-www-form-urlencoded');
  return headers;
}

function toAuthorization({user, login, bearer, notes}: CurlRequest): string | null {
  if (bearer !== null) return `Bearer ${bearer}`;
  if (user === null) return null;
  if (login === null) return `Basic ${toBase64(toBytes(user.includes(':') ? user : `${user}:`))}`;
  const why = login === 'aws-sigv4' ? 'signs the request' : 'needs a challenge from the server first';
  notes.push(`--${login} ${why}, so the login is not included.`);
  return null;
}
