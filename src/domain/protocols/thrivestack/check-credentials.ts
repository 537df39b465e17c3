import type {CapturedHeaders} from '../../capture/captured-request';
import {getHeader} from '../../capture/headers';
import {checkToken} from '../../checks/check-token';
import {quote} from '../../verdict/describe-value';
import {toIssue} from '../../verdict/to-issue';
import type {AddIssue, CheckContext} from '../protocol';

const expected = 'Authorization: Bearer … or x-api-key: …';

/** "Authorization scopes", seed 003. */
const scopes = ['telemetry_apis', 'track_api'];

/** Reports missing and outdated credentials, and a token that says itself that it is not valid. */
export function checkCredentials({request, sentAt}: CheckContext, add: AddIssue): void {
  const {headers} = request;
  const key = getHeader(headers, 'x-api-key');
  if (key && key.value?.trim() !== '') {
    checkFilledIn('x-api-key', key.value ?? '', add);
    return;
  }
  const authorization = getHeader(headers, 'authorization');
  // A value that is withheld is there, and that is all that can be said of it.
  if (!authorization) reportMissing(headers, add);
  else if (authorization.value !== null) checkAuthorization(authorization.value.trim(), sentAt, add);
}

function checkAuthorization(value: string, sentAt: number | null, add: AddIssue): void {
  const end = value.search(/\s/);
  const scheme = end < 0 ? value : value.slice(0, end);
  const token = end < 0 ? '' : value.slice(end).trim();
  if (value === '') reportNone('The Authorization header is empty', add);
  else if (scheme.toLowerCase() !== 'bearer')
    // A value without a scheme may be the credential itself, which is never shown.
    reportLegacy(
      `the Authorization scheme ${token && /^[\w-]{1,20}$/.test(scheme) ? scheme : 'of its own'}`,
      add,
    );
  else if (token === '') reportNone('The Authorization header says Bearer and no token follows', add);
  else if (checkFilledIn('the bearer token', token, add)) checkToken(token, {sentAt, scopes}, add);
}

/** What is sent where a variable was empty or a template was not filled in. */
const PLACEHOLDER = /^(?:undefined|null|NaN|None|\[object \w+\]|\{\{[^{}]*\}\}|\$\{[^{}]*\})$/;

function checkFilledIn(what: string, value: string, add: AddIssue): boolean {
  const text = value.trim();
  if (text.length > 100 || !PLACEHOLDER.test(text)) return true;
  const message = `The request sends ${quote(text)} as ${what}, which is a variable that was empty or not filled in, so the server answers 401; send the real one.`;
  add(toIssue('placeholder-credentials', {event: null, pointer: '', message, expected, found: quote(text)}));
  return false;
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
