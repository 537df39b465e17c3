import {defaultConfig} from '@track-inspector/core';
import {expect, it} from 'vitest';
import type {Observation} from './observation';
import {createObservationReader} from './read-observations';

const observe = (startedAt: number): Observation => ({
  startedAt,
  method: 'POST',
  url: 'https://api.app.thrivestack.ai/api/track',
  headers: {'content-type': 'application/json', 'x-api-key': 'live_9f8e7d6c5b4a39281706'},
  body: Buffer.from('[{"event_name":"a"}]'),
  response: null,
});

it('reads an observation once, and again when it was answered or has another place', () => {
  const read = createObservationReader(defaultConfig.settings);
  const [one, other] = [observe(1), observe(2)];
  const [first] = read([one]);
  expect(read([one, other])[0]).toBe(first);

  one.response = {status: 500, statusText: '', headers: {}, body: null};
  const [answered] = read([one, other]);
  expect(answered?.request.outcome).toMatchObject({state: 'answered', status: 500});
  expect(answered?.inspection.issues.map(({code}) => code)).toContain('server-failed');

  expect(read([other, one]).map(({request}) => request.id)).toEqual(['request-1', 'request-2']);
});

it('tells a body that was not seen from none, and keeps no credential', () => {
  const read = createObservationReader(defaultConfig.settings);
  const requests = read([observe(1), {...observe(2), body: null}, {...observe(3), body: Buffer.alloc(0)}]);
  expect(requests.map(({request}) => request.body.kind)).toEqual(['bytes', 'missing', 'none']);
  expect(JSON.stringify(requests[0]?.request)).not.toContain('live_9f8e');
});
