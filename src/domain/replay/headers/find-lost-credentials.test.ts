import {expect, it} from 'vitest';
import type {CapturedHeader} from '../../capture/captured-request';
import {openDraft} from '../../edit/draft';
import {buildCaptured, buildReference} from '../build-captured';
import {planReplay} from '../plan-replay';
import type {CredentialChoice} from './decide-header';
import {findLostCredentials} from './find-lost-credentials';

const captured = 'https://api.example.test';
const other = 'https://staging.example.test';
const kept: CapturedHeader = {name: 'x-api-key', value: null, secret: 'secret-a'};
const forgotten: CapturedHeader = {name: 'X-Api-Key', value: null};
const plain: CapturedHeader = {name: 'content-type', value: 'application/json'};

function find(
  headers: readonly CapturedHeader[],
  {
    query = '',
    target = captured,
    credentials = 'same-origin' as CredentialChoice,
    known = [] as readonly string[],
  } = {},
): string[] {
  const source = buildCaptured({headers, url: `${captured}/api/track${query}`});
  const options = {id: 'replay', marker: 'm', startedAt: 1, way: 'extension', timeoutSeconds: 1} as const;
  const url = `${target}/api/track${query}`;
  const plan = planReplay({
    source,
    draft: openDraft(source),
    options: {...options, followRedirects: false, credentials, url},
  });
  if (!plan.ok) throw new Error(plan.reason);
  const situation = {credentials, capturedOrigin: captured, targetOrigin: target};
  return findLostCredentials(plan, situation, new Map(known.map((reference) => [reference, 'value'])));
}

it.each<[string, string[], string[]]>([
  ['nothing where nothing is secret', find([plain]), []],
  ['nothing while the value is known', find([plain, kept], {known: ['secret-a']}), []],
  ['a header whose value is gone from the session', find([kept]), ['x-api-key']],
  ['a header whose value was never kept', find([forgotten]), ['X-Api-Key']],
  ['a parameter whose value was never kept', find([], {query: '?key=secret-forgotten'}), ['?key']],
  ['a parameter whose value is gone', find([], {query: `?key=${buildReference('b')}`}), ['?key']],
  ['nothing that is left out by choice', find([kept, forgotten], {credentials: 'leave-out'}), []],
  ['nothing that stays with its origin', find([kept, forgotten], {target: other}), []],
  [
    'what is to go to another origin',
    find([kept], {target: other, credentials: 'take-along'}),
    ['x-api-key'],
  ],
])('finds %s', (_, found, expected) => {
  expect(found).toEqual(expected);
});
