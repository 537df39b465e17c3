import type {bodyRules} from '../../verdict/rules/body-rules';
import type {credentialRules} from '../../verdict/rules/credential-rules';
import type {limitRules} from '../../verdict/rules/limit-rules';
import type {serverRules} from '../../verdict/rules/server-rules';
import {paddedCall} from './call-examples';
import {body, type Example, event, headers, type RulePair, request, toExample, validEvent} from './example';

const good = event();

export const bodyExamples: Record<keyof typeof bodyRules, RulePair> = {
  'bare-object': {good, bad: body(JSON.stringify(validEvent))},
  'not-an-event': {good, bad: body('{"query":"query { account { id } }"}')},
  'body-not-array': {good, bad: body('"invite_sent"')},
  'empty-batch': {good, bad: body('[]')},
  'entry-not-object': {good, bad: body('["invite_sent"]')},
  'checks-stopped': {good, bad: toExample('60,000 entries', () => ({body: `[${'0,'.repeat(59_999)}0]`}))},
};

export const limitExamples: Record<keyof typeof limitRules, RulePair> = {
  'oversized-batch': {good: events(1000), bad: events(1001)},
  'oversized-call': {good: paddedCall(32_000), bad: paddedCall(32_769)},
  'oversized-body': {good: padded(2_000_000), bad: padded(2_097_153)},
};

function events(count: number): Example {
  const text = JSON.stringify(Array.from({length: count}, () => validEvent));
  return toExample(`${count} events`, () => ({body: text}));
}

function padded(bytes: number): Example {
  return toExample(`a body of ${bytes} bytes`, () => ({body: JSON.stringify([validEvent]).padEnd(bytes)}));
}

const json = {'Content-Type': 'application/json'};

/** A token with these claims. Its signature is not valid, and is not checked. */
function token(claims: Record<string, unknown>, shown: string): Example {
  const text = [{alg: 'RS256'}, claims].map((part) => toBase64Url(JSON.stringify(part)));
  return request(shown, {headers: {...json, Authorization: `Bearer ${text.join('.')}.signature`}});
}

function toBase64Url(text: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const bits = [...new TextEncoder().encode(text)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,6}/g) ?? [])
    .map((six) => alphabet[Number.parseInt(six.padEnd(6, '0'), 2)])
    .join('');
}

export const credentialExamples: Record<keyof typeof credentialRules, RulePair> = {
  'missing-credentials': {good: headers({...json, 'x-api-key': 'key-1'}), bad: headers(json)},
  'legacy-credentials': {good, bad: headers({...json, Authorization: 'Token token-1'})},
  'placeholder-credentials': {good, bad: headers({...json, Authorization: 'Bearer undefined'})},
  'expired-token': {
    good: token({exp: 1_790_000_000}, 'a token that expires after the request'),
    bad: token({exp: 1_725_014_097}, 'a token that expired on 2024-08-30'),
  },
  'token-not-yet-valid': {
    good: token({nbf: 1_725_014_097}, 'a token valid since 2024-08-30'),
    bad: token({nbf: 1_790_000_000}, 'a token valid from 2026-09-21'),
  },
  'malformed-token': {
    good: token({}, 'a token of three parts'),
    bad: headers({...json, Authorization: 'Bearer eyJhbGciOi'}),
  },
  'missing-scope': {
    good: token({scope: 'openid track_api'}, 'a token with the scopes openid and track_api'),
    bad: token({scope: 'openid'}, 'a token with the scope openid'),
  },
  'unexpected-content-type': {
    good: headers({'Content-Type': 'application/json; charset=utf-8', 'x-api-key': 'key-1'}),
    bad: headers({'Content-Type': 'text/plain', 'x-api-key': 'key-1'}),
  },
};

function answer(status: number, text: string, sent: unknown = validEvent): Example {
  return toExample(`answered ${status} ${text}`, () => ({
    body: JSON.stringify([sent]),
    response: {status, body: text},
  }));
}

const accepted = answer(200, '{"success":true}');

export const serverExamples: Record<keyof typeof serverRules, RulePair> = {
  'server-rejected': {good: accepted, bad: answer(400, '{"success":false,"message":"Bad Request"}')},
  'server-failed': {good: accepted, bad: answer(503, '{"message":"Service Unavailable"}')},
  'request-failed': {
    good: accepted,
    bad: {
      shown: 'failed with net::ERR_CONNECTION_REFUSED',
      requests: () =>
        accepted.requests().map((request) => ({
          ...request,
          outcome: {state: 'failed', error: 'net::ERR_CONNECTION_REFUSED', endedAt: null},
        })),
    },
  },
  'server-disagrees': {good: accepted, bad: answer(200, '{"success":true}', {...validEvent, user_id: 7})},
  'server-warning': {
    good: accepted,
    bad: answer(
      200,
      '{"success":true,"warnings":["Field \'user_email\' is missing and may affect \'Virality\' Report"]}',
    ),
  },
};
