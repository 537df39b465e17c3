import {expect, it} from 'vitest';
import {type SurveyedRequest, toResendSurvey} from './resend-survey';

const live = 'https://api.example.test';
const staging = 'https://staging.example.test';
const byExtension = {way: 'extension'} as const;

function surveyed(id: string, changes: Partial<SurveyedRequest> = {}): SurveyedRequest {
  return {id, events: 1, url: `${live}/api/track`, reason: null, notes: [], hasPage: true, ...changes};
}

it('counts what would be sent, by where it goes, in order', () => {
  const survey = toResendSurvey(
    [surveyed('a'), surveyed('b', {events: 3, url: `${staging}/x`}), surveyed('c', {events: 2})],
    byExtension,
    () => true,
  );
  expect(survey).toMatchObject({sendable: ['a', 'b', 'c'], events: 6, blocked: [], ungranted: []});
  expect(survey.origins).toEqual([
    {origin: live, requests: 2, events: 3},
    {origin: staging, requests: 1, events: 3},
  ]);
});

it('puts those together that cannot be sent for the same reason, and counts none of their events', () => {
  const missing = {url: null, reason: 'No body.', notes: ['never told']};
  const survey = toResendSurvey(
    [surveyed('a', missing), surveyed('b'), surveyed('c', missing)],
    byExtension,
    () => null,
  );
  expect(survey).toMatchObject({sendable: ['b'], events: 1, notes: []});
  expect(survey.blocked).toEqual([{reason: 'No body.', ids: ['a', 'c']}]);
});

it.each<['extension' | 'page', boolean | null, number]>([
  ['extension', false, 0],
  ['extension', null, 2],
  ['extension', true, 2],
  ['page', false, 2],
])('by the %s, where the permission is %s, sends %i', (way, granted, count) => {
  const survey = toResendSurvey([surveyed('a'), surveyed('b')], {way}, () => granted);
  expect(survey.sendable).toHaveLength(count);
  expect(survey.ungranted).toEqual(count === 0 ? [live] : []);
});

it('tells a note once, with the number of requests that it holds for', () => {
  const survey = toResendSurvey(
    [surveyed('a', {notes: ['n', 'n']}), surveyed('b', {notes: ['n', 'm'], hasPage: false})],
    byExtension,
    () => true,
  );
  expect(survey.notes).toEqual([
    {note: 'n', requests: 2},
    {note: 'm', requests: 1},
  ]);
  expect(survey.withoutPage).toBe(1);
});
