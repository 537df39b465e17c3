import {defaultConfig} from '@track-inspector/core';
import {expect, it} from 'vitest';
import {findFailures} from './find-failures';
import {createTracking} from './tracking';

const observation = {
  url: 'https://api.app.thrivestack.ai/api/track',
  method: 'POST',
  headers: {'content-type': 'application/json', 'x-api-key': 'k'},
  startedAt: Date.UTC(2026, 3, 30),
  response: null,
};
const event = {event_name: 'A', user_id: 7, timestamp: '2026-04-30T00:00:00.000Z'};
const observations = [
  {...observation, body: Buffer.from(JSON.stringify([event]))},
  // As Playwright's events report a Blob.
  {...observation, body: null},
];

const tracking = createTracking(
  {observations: () => observations, open: 0, changed: () => Promise.resolve()},
  {config: defaultConfig, plans: {checkers: [], guard: undefined}, version: '1', quiet: 0, timeout: 0},
);
const run = {verdict: tracking.verdict(), unseen: tracking.incomplete()};

it.each<[Parameters<typeof findFailures>[1], string[], number]>([
  [{failOn: 'error', allow: []}, ['wrong-type'], 1],
  [{failOn: 'error', allow: ['wrong-type']}, [], 1],
  [{failOn: 'error', allow: ['missing-body']}, ['wrong-type'], 0],
  [{failOn: 'warning', allow: []}, ['wrong-type', 'missing-group-id', 'missing-body'], 1],
  [{failOn: 'warning', allow: ['missing-body', 'missing-group-id']}, ['wrong-type'], 0],
  [{failOn: 'never', allow: []}, [], 0],
])('%j: a test fails for %j and %i bodies', (options, codes, bodies) => {
  const {findings, unseen} = findFailures(run, options);
  expect(findings.map(({issue}) => issue.code)).toEqual(codes);
  expect(unseen).toHaveLength(bodies);
});
