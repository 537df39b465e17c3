import {expect, it} from 'vitest';
import type {CapturedRequest} from '../../../domain/capture/captured-request';
import {defaultSettings} from '../../../domain/settings';
import {buildSource} from '../draft/draft-fakes';
import {planResend, type ResendChoices} from './plan-resend';
import {type ListedRequest, surveyRequest} from './survey-request';

const page = {...buildSource('').origin, documentUrl: 'https://app.example.test/'};
const secret = {state: 'known', list: [{name: 'x-api-key', value: null, secret: 's'}]} as const;

const masked = {kind: 'bytes', bytes: new TextEncoder().encode('[{"api_key":"MASKED"}]')} as const;

function survey(
  more: Partial<CapturedRequest>,
  how: Partial<ResendChoices> = {},
  about: Partial<ListedRequest> = {},
) {
  const source = buildSource('[{}]', {origin: page, ...more});
  const choices: ResendChoices = {
    way: 'extension',
    target: null,
    credentials: 'same-origin',
    cookies: false,
    followRedirects: false,
    timeoutSeconds: 5,
    ...how,
  };
  const context = {id: 'again', marker: 'm', startedAt: 1, settings: defaultSettings};
  const listed = {events: 1, decoded: true, isRepeated: false, ...about};
  const plan = planResend(source, choices, context);
  return surveyRequest({source, listed, plan, choices, known: new Map()});
}

it.each<[string, ReturnType<typeof survey>, string | null]>([
  ['nothing against what is there in full', survey({}), null],
  ['a body that was not captured', survey({body: {kind: 'missing', reason: 'blob'}}), 'The body was a Blob'],
  [
    'a body that was cut',
    survey({body: {kind: 'cut', bytes: new Uint8Array(3), reason: 'cut', size: 9}}),
    'Only the first 3 of 9 bytes were captured',
  ],
  ['a credential that is gone', survey({headers: secret}), 'no longer available (x-api-key)'],
  ['nothing against leaving that out', survey({headers: secret}, {credentials: 'leave-out'}), null],
  [
    'a body whose credentials were masked',
    survey({origin: {...page, tabId: null}, body: masked}),
    'Its body contains the word MASKED',
  ],
  ['nothing against that word where the page sent it', survey({body: masked}), null],
  ['that its original goes as well', survey({}, {}, {isRepeated: true}), 'a replay of a request'],
  [
    'that it has no page',
    survey({origin: {...page, tabId: null}}, {way: 'page'}),
    'so it cannot be sent as one',
  ],
  ['nothing of its page where the extension sends', survey({origin: {...page, tabId: null}}), null],
])('finds %s', (_, found, reason) => {
  if (reason === null) expect(found.reason).toBeNull();
  else expect(found.reason).toContain(reason);
  expect(found.url === null).toBe(reason !== null);
});

it('says of a body that cannot be read that it goes as it was', () => {
  expect(survey({}, {}, {decoded: false}).notes).toContain(
    'Its events cannot be read. It is sent as captured.',
  );
});
