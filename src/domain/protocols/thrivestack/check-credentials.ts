import type {CapturedHeaders} from '../../capture/captured-request';
import {getHeader} from '../../capture/headers';
import {checkToken} from '../../checks/check-token';
import {toIssue} from '../../checks/to-issue';
import type {AddIssue, CheckContext} from '../protocol';

const expected = 'Authorization: Bearer … or x-api-key: …';

/** "Authorization scopes", seed 003. */
const scopes = ['telemetry_apis', 'track_api'];

/** Reports missing and outdated credentials, and a token that says itself that it is not valid. */
export function checkCredentials({request, sentAt}: CheckContext, add: AddIssue): void {
  const {headers} = request;
  if (hasApiKey(headers)) return;
  const authorization = getHeader(headers, 'authorization');
  // A value that is withheld is there, and that is all that can be said of it.
  if (!authorization) reportMissing(headers, add);
  else if (authorization.value !== null) checkAuthorization(authorization.value, sentAt, add);
}

function checkAuthorization(value: string, sentAt: number | null, add: AddIssue): void {
  const [, scheme = '', token = ''] = /^\s*(\S*)\s*(.*?)\s*$/.exec(value) ?? [];
  if (scheme.toLowerCase() === 'bearer') {
    if (token === '') reportNone('The Authorization header says Bearer and no token follows', add);
    else checkToken(token, {sentAt, scopes}, add);
  } else if (scheme === '') reportNone('The Authorization header is empty', add);
  else
    reportLegacy(
      `the Authorization scheme ${/^[\w-]{1,20}$/.test(scheme) && token ? scheme : 'of its own'}`,
      add,
    );
}

function hasApiKey(headers: CapturedHeaders): boolean {
  const key = getHeader(headers, 'x-api-key');
  return key !== undefined && key.value?.trim() !== '';
}

function reportMissing(headers: CapturedHeaders, add: AddIssue): void {
  if (getHeader(headers, 'key')) reportLegacy('the header KEY of the OpenAPI document', add);
  // Only a complete list shows that something is not in it.
  else if (headers.state === 'known')
    reportNone('The request carries neither Authorization nor x-api-key', add);
}

function reportNone(what: string, add: AddIssue): void {
  const message = `${what}, so the server answers 401; send ${expected}.`;
  add(toIssue('missing-credentials', {event: null, pointer: '', message, expected}));
}

function reportLegacy(what: string, add: AddIssue): void {
  const message = `The request uses ${what}, which today's documents do not know; send ${expected}.`;
  add(toIssue('legacy-credentials', {event: null, pointer: '', message, expected, found: what}));
}
