import {gzipSync} from 'fflate';
import {toBase64} from '../../bytes/to-base64';
import type {textRules} from '../../verdict/rules/text-rules';
import {body, captured, type Example, event, type RulePair, request, toExample, validEvent} from './example';

const json = {'Content-Type': 'application/json', Authorization: 'Bearer token-1'};
const bytes = new TextEncoder().encode(JSON.stringify([validEvent]));
const packed = gzipSync(bytes);
const good = event();
const zipped: Example = request('gzip, with Content-Encoding: gzip', {
  body: packed,
  headers: {...json, 'Content-Encoding': 'gzip'},
});

export const textExamples: Record<keyof typeof textRules, RulePair> = {
  'invalid-json': {good, bad: body('[{"event_name": "signed_up",}]')},
  'too-deep': {
    good,
    bad: toExample('10,000 arrays, each in the next', () => ({
      body: '['.repeat(10_000) + ']'.repeat(10_000),
    })),
  },
  'empty-body': {good, bad: body('')},
  'no-body': {good, bad: toExample('no body', () => ({body: null}))},
  'missing-body': {good, bad: captured('a Blob', {kind: 'missing', reason: 'blob'})},
  'cut-body': {
    good,
    bad: captured('the first 40 bytes of 1.9 MB', {
      kind: 'cut',
      bytes: bytes.slice(0, 40),
      reason: 'cut',
      size: 1_900_000,
    }),
  },
  'form-body': {
    good,
    bad: request('event_name=signed_up&user_id=user-1', {
      body: 'event_name=signed_up&user_id=user-1',
      headers: {...json, 'Content-Type': 'application/x-www-form-urlencoded'},
    }),
  },
  'encoded-body': {good, bad: body(toBase64(bytes))},
  'unsafe-integer': {
    good: event({properties: {invitee_email: 'amy@example.com', order: '12345678901234567890'}}),
    bad: body(
      JSON.stringify([validEvent]).replace('"properties":{', '"properties":{"order":12345678901234567890,'),
    ),
  },
  'byte-order-mark': {
    good,
    bad: toExample('EF BB BF and the batch', () => ({body: `\uFEFF${JSON.stringify([validEvent])}`})),
  },
  'duplicate-key': {
    good,
    bad: body(JSON.stringify([validEvent]).replace('"user_id"', '"user_id":"user-0","user_id"')),
  },
  'lone-surrogate': {
    good: event({user_id: 'user \u{1F600}'}),
    bad: body(JSON.stringify([validEvent]).replace('user-1', 'user \\ud83d')),
  },
  'invalid-utf8': {
    good,
    bad: toExample('the batch with a byte FF in a name', () => ({
      body: bytes.map((byte, at) => (at === 20 ? 0xff : byte)),
    })),
  },
  'utf16-body': {
    good,
    bad: toExample('the batch in UTF-16', () => ({body: toUtf16(JSON.stringify([validEvent]))})),
  },
  'unsupported-encoding': {
    good: zipped,
    bad: request('Content-Encoding: br', {
      body: Uint8Array.of(0x8b, 2, 0x80, 1),
      headers: {...json, 'Content-Encoding': 'br'},
    }),
  },
  'wrong-content-encoding': {
    good: zipped,
    bad: request('JSON, with Content-Encoding: gzip', {headers: {...json, 'Content-Encoding': 'gzip'}}),
  },
  'undeclared-compression': {good: zipped, bad: request('gzip, without Content-Encoding', {body: packed})},
  'inflated-too-large': {
    good: zipped,
    bad: toExample('40 MB of spaces, 40 KB as gzip', () => ({
      body: packSpaces(),
      headers: {...json, 'Content-Encoding': 'gzip'},
    })),
  },
  'compressed-body-damaged': {
    good: zipped,
    bad: request('gzip, cut off', {
      body: packed.slice(0, packed.length - 20),
      headers: {...json, 'Content-Encoding': 'gzip'},
    }),
  },
};

let spaces: Uint8Array | null = null;

/** Compressed once, on the first call: it takes half a second, and most readers of the examples do not need it. */
function packSpaces(): Uint8Array {
  spaces ??= gzipSync(new Uint8Array(40_000_000).fill(32));
  return spaces;
}

function toUtf16(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap((character) => [character.charCodeAt(0), 0]));
}
