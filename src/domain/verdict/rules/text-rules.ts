import {ownCheck, rfc, trackApi} from '../documents';
import type {Rule} from '../rule';

export const textRules = {
  'invalid-json': {
    severity: 'error',
    title: 'Body is not valid JSON',
    reason: 'The batch cannot be read, so the server answers 400 and records none of its events.',
    source: rfc(8259, '2'),
    alsoIn: [trackApi('Request headers')],
  },
  'too-deep': {
    severity: 'error',
    title: 'Body is nested too deeply',
    reason:
      'Events are a few levels deep. RFC 8259 lets readers limit the depth, and many fail beyond 1,000 levels.',
    source: rfc(8259, '9'),
    milder: 'a warning up to 2,000 levels, where the body is still checked',
  },
  'empty-body': {
    severity: 'error',
    title: 'Body is empty',
    reason: 'The API takes an array of events.',
    source: trackApi('Request body'),
  },
  'no-body': {
    severity: 'error',
    title: 'Request has no body',
    reason: 'The API takes an array of events.',
    source: trackApi('Request body'),
  },
  'missing-body': {
    severity: 'warning',
    title: 'Body was not captured',
    reason: 'The browser did not show the body, so its events were not checked.',
    source: ownCheck,
  },
  'cut-body': {
    severity: 'warning',
    title: 'Only the first part of the body was captured',
    reason: 'The browser only showed the first part of the body, so the batch was not checked.',
    source: ownCheck,
  },
  'form-body': {
    severity: 'error',
    title: 'Body is an HTML form',
    reason: 'The API takes JSON and rejects a form.',
    source: trackApi('Request headers'),
  },
  'encoded-body': {
    severity: 'error',
    title: 'Body is encoded JSON',
    reason: 'The API takes JSON itself, not Base64 or percent-encoded text.',
    source: trackApi('Request headers'),
  },
  'unsafe-integer': {
    severity: 'warning',
    title: 'Integer is too large to be read exactly',
    reason:
      'Many JSON readers store numbers as doubles and round integers beyond 2^53. IDs then change without a warning.',
    source: rfc(8259, '6'),
  },
  'byte-order-mark': {
    severity: 'error',
    title: 'Body starts with a byte order mark',
    reason: 'JSON must not start with one, and strict readers reject the whole body.',
    source: rfc(8259, '8.1'),
  },
  'duplicate-key': {
    severity: 'warning',
    title: 'Object has the same key twice',
    reason:
      'JSON does not say which one counts: some readers take the last, some the first, some reject the body.',
    source: rfc(8259, '4'),
  },
  'lone-surrogate': {
    severity: 'warning',
    title: 'Text contains half a character',
    reason: 'A surrogate without its other half arrives as U+FFFD, or the body is rejected.',
    source: rfc(8259, '8.2'),
  },
  'invalid-utf8': {
    severity: 'error',
    title: 'Body is not valid UTF-8',
    reason: 'Each invalid byte arrives as the replacement character, or the server rejects the body.',
    source: rfc(8259, '8.1'),
  },
  'utf16-body': {
    severity: 'error',
    title: 'Body is not encoded as UTF-8',
    reason: 'JSON between systems must be UTF-8. Any other encoding is rejected or misread.',
    source: rfc(8259, '8.1'),
  },
  'unsupported-encoding': {
    severity: 'warning',
    title: 'Body has an unsupported encoding',
    reason: 'The events cannot be read here, so they were not checked.',
    source: ownCheck,
  },
  'wrong-content-encoding': {
    severity: 'error',
    title: 'Content-Encoding does not match the body',
    reason: 'A server that trusts the header cannot read the body.',
    source: rfc(9110, '8.4'),
  },
  'undeclared-compression': {
    severity: 'error',
    title: 'Body is compressed without a Content-Encoding header',
    reason: 'Without the header, a server takes the bytes for text and cannot read them.',
    source: rfc(9110, '8.4'),
  },
  'inflated-too-large': {
    severity: 'error',
    title: 'Decompressed body is too large',
    reason: 'Decompression was stopped. A server may treat such a body as an attack.',
    source: ownCheck,
  },
  'compressed-body-damaged': {
    severity: 'error',
    title: 'Compressed body is damaged',
    reason: 'It was cut off or changed in transit, so the server cannot read it.',
    source: rfc(1951, '2'),
  },
} as const satisfies Record<string, Rule>;
