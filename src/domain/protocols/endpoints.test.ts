import {describe, expect, it} from 'vitest';
import type {Settings} from '../settings';
import {matchEndpoint} from './endpoints';

const none: Pick<Settings, 'endpoints'> = {endpoints: []};

function match(url: string, method = 'POST', settings = none) {
  return matchEndpoint({url, method}, settings);
}

describe('matchEndpoint', () => {
  it.each([
    'https://api.app.thrivestack.ai/api/track',
    'https://api.app.thrivestack.ai/api/track/',
    'https://API.APP.ThriveStack.AI/api/track',
    'https://api.app.thrivestack.ai:443/api/track',
    'https://api.app.thrivestack.ai/api/track?debug=1',
    'https://api.app.thrivestack.ai/api/track#part',
    'https://api.app.thrivestack.ai/api/track/?a=/v1/t#b',
    'http://localhost:8080/api/track',
    'http://[::1]:8080/api/track',
    'https://staging.example.com/api/track',
    'HTTPS://staging.example.com/api/track',
    'https://user:secret@staging.example.com/api/track',
  ])('takes %s for ThriveStack', (url) => {
    expect(match(url)).toBe('thrivestack-track');
  });

  it.each(['https://api.app.thrivestack.ai', 'http://localhost:8080', 'https://staging.example.com'])(
    'takes the identify and group calls of the same script at %s',
    (origin) => {
      expect(match(`${origin}/api/identify`)).toBe('thrivestack-identify');
      expect(match(`${origin}/api/group/?tz=1`)).toBe('thrivestack-group');
    },
  );

  it.each(['POST', 'post', 'Post'])('takes %s', (method) => {
    expect(match('https://example.com/api/track', method)).toBe('thrivestack-track');
  });

  it.each(['secret-forgotten', `secret-${'0f'.repeat(16)}`, 'ghp_16C7e42F292c6912E7710c838347Ae178B4a'])(
    'knows the endpoint whose path has a credential by %s',
    (part) => {
      const path = '/hook/ghp_16C7e42F292c6912E7710c838347Ae178B4a/track';
      const endpoints = [{host: 'h.test', path, protocol: 'thrivestack-track' as const}];
      expect(match(`https://h.test/hook/${part}/track`, 'POST', {endpoints})).toBe('thrivestack-track');
      expect(match(`https://h.test/other/${part}/track`, 'POST', {endpoints})).toBeNull();
    },
  );

  it.each(['GET', 'OPTIONS', 'PUT', 'HEAD', 'PATCH', '', 'POSTS'])('takes no %s for a batch', (method) => {
    expect(match('https://example.com/api/track', method)).toBeNull();
    expect(match('https://api.segment.io/v1/t', method)).toBeNull();
  });

  it.each([
    'https://api.app.thrivestack.ai/api/tracker',
    'https://api.app.thrivestack.ai/api/track/x',
    'https://api.app.thrivestack.ai/api/track//',
    'https://api.app.thrivestack.ai/api/Track',
    'https://api.app.thrivestack.ai/v1/track',
    'https://api.app.thrivestack.ai/api/identify/1',
    'https://api.app.thrivestack.ai/api/groups',
    'https://api.app.thrivestack.ai/v2/api/track',
    'https://example.com/?path=/api/track',
    'https://rudder.example.com/v1/track',
    'https://rudder.example.com/v1/group',
    'https://jitsu.example.com/api/s/track',
    'https://jitsu.example.com/api/s/group',
    'https://api.segment.io/v1/m',
    'https://api.segment.io.example.com/v1/t',
    'https://evilsegmentapis.com/v1/t',
    'https://api.journy.io/events',
    'file:///api/track',
    'data:text/plain,/api/track',
    'ws://example.com/api/track',
    '/api/track',
    'https://',
    '',
  ])('leaves %s alone', (url) => {
    expect(match(url)).toBeNull();
  });

  it.each([
    'https://api.segment.io/v1/g',
    'https://api.segment.io/v1/group',
    'https://api.segment.io/v1/t',
    'https://api.segment.io/v1/b',
    'https://api.segment.io/v1/batch',
    'https://events.eu1.segmentapis.com/v1/batch',
    'https://eu1.api.segmentapis.com/v1/group',
  ])('takes %s for Segment', (url) => {
    expect(match(url)).toBe('segment');
  });

  it.each(['https://analyze.journy.io/backend/v1/batch', 'https://go.example.com/backend/v1/batch'])(
    'takes %s for journy.io',
    (url) => {
      expect(match(url)).toBe('journy');
    },
  );

  describe("with a user's own rules", () => {
    const settings: Pick<Settings, 'endpoints'> = {
      endpoints: [
        {host: 'localhost:9001', path: '/collect', protocol: 'thrivestack-track'},
        {host: 'secure.example.com:443', path: '/collect', protocol: 'thrivestack-track'},
        {host: '*.Example.com', path: '/v1/*', protocol: 'segment'},
        {host: '[::1]', path: '/collect', protocol: 'journy'},
        {host: 'proxy.example.com', path: '/api/track', protocol: 'segment'},
      ],
    };

    it.each([
      ['http://localhost:9001/collect', 'thrivestack-track'],
      ['http://localhost:9001/collect/', 'thrivestack-track'],
      ['http://localhost:9002/collect', null],
      ['http://localhost/collect', null],
      ['https://secure.example.com/collect', 'thrivestack-track'],
      ['http://secure.example.com/collect', null],
      ['https://cdn.example.com/v1/t', 'segment'],
      ['https://cdn.example.com:8443/v1/anything/else', 'segment'],
      ['https://example.com/v1/t', null],
      ['http://[::1]:4000/collect', 'journy'],
      ['https://proxy.example.com/api/track', 'segment'],
      ['https://other.example.com/api/track', 'thrivestack-track'],
    ] as const)('%s is %s', (url, protocol) => {
      expect(match(url, 'POST', settings)).toBe(protocol);
    });
  });
});
