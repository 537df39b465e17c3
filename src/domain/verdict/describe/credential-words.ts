import {quote} from '../describe-value';
import type {Describe} from './wording';

/** Why a request counts as one without credentials. */
export type CredentialGap =
  | 'none'
  | 'empty-authorization'
  | 'bearer-without-token'
  | 'token-without-bearer'
  | 'no-write-key'
  | 'authorization-without-write-key';

const gaps: Record<CredentialGap, string> = {
  none: 'Authorization and x-api-key are missing',
  'empty-authorization': 'The Authorization header is empty',
  'bearer-without-token': 'The Authorization header has no token after Bearer',
  'token-without-bearer': 'The Authorization header has a token without the scheme Bearer',
  'no-write-key': 'The write key is missing',
  'authorization-without-write-key': 'The Authorization header does not contain a write key',
};

/** Formats seconds since the epoch for people. */
function formatTime(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime())
    ? `second ${seconds}`
    : date.toISOString().replace('T', ' ').replace('.000Z', ' UTC');
}

const places: Readonly<Record<string, string>> = {
  bearer: 'The bearer token',
  authorization: 'The write key in Authorization',
};

const tokenFaults = {
  quoted: 'The bearer token is in quotes. Send it without quotes.',
  'scheme-twice':
    'The Authorization header names its scheme twice. Send Authorization: Bearer, then the token.',
  malformed: 'The bearer token starts like a JSON Web Token but cannot be read. Copy all of it again.',
};

export const credentialWords = {
  'missing-credentials': ({
    gap,
    expected,
    vendor,
  }: {
    gap: CredentialGap;
    expected: string;
    vendor?: string;
  }) => ({
    message: `${gaps[gap]}, so ${vendor === undefined ? 'the server answers 401' : `${vendor} cannot tell who sent the call`}. Send ${expected}.`,
    expected,
  }),
  'legacy-credentials': ({
    used,
    expected,
  }: {
    used: {scheme: string} | 'own-scheme' | 'key-header';
    expected: string;
  }) => {
    const found =
      used === 'key-header'
        ? 'the header KEY'
        : used === 'own-scheme'
          ? 'an Authorization header without a known scheme'
          : `the Authorization scheme ${used.scheme}`;
    return {
      message: `The request uses ${found}, which is no longer documented. Send ${expected}.`,
      expected,
      found,
    };
  },
  'placeholder-credentials': ({
    place,
    text,
    expected,
  }: {
    place: 'x-api-key' | 'bearer' | 'writeKey' | 'x-write-key' | 'authorization';
    text: string;
    expected: string;
  }) => ({
    message: `${places[place] ?? place} is the placeholder ${quote(text)}. Send the real value.`,
    expected,
    found: quote(text),
  }),
  'expired-token': ({expiresAt}: {expiresAt: number}) => ({
    message: `The bearer token expired on ${formatTime(expiresAt)}, before the request was sent. Get a new token.`,
  }),
  'token-not-yet-valid': ({notBefore}: {notBefore: number}) => ({
    message: `The bearer token is only valid from ${formatTime(notBefore)}, after the request was sent. Wait, or check the clock.`,
  }),
  'malformed-token': ({shape}: {shape: keyof typeof tokenFaults}) => ({message: tokenFaults[shape]}),
  'missing-scope': ({scopes, needed}: {scopes: readonly string[]; needed: readonly string[]}) => ({
    message: `The bearer token has the scopes ${scopes.slice(0, 10).join(', ') || '(empty list)'}. Get one with ${needed.join(' or ')}.`,
    expected: needed.join(' or '),
  }),
  'unexpected-content-type': ({found, expected}: {found: string; expected: string}) => ({
    message: `Content-Type is ${found === '' ? 'missing' : quote(found)}. Set it to ${expected}.`,
    expected,
    found: found && quote(found),
  }),
} as const satisfies Record<string, Describe>;
