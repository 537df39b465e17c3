import type {Rule} from '../rule';

export const textRules = {
  'invalid-json': {
    severity: 'error',
    title: 'The body is no JSON',
    reason: 'Nothing of the batch can be read, so the server answers 400 and records none of its events.',
    source: 'seed 003, Request Headers and Response Codes; RFC 8259',
  },
  'too-deep': {
    severity: 'error',
    title: 'The body is nested absurdly deep',
    reason: 'Events are a few levels deep; a body nested thousands of levels makes many readers fail.',
    source: 'RFC 8259, section 9',
  },
  'empty-body': {
    severity: 'error',
    title: 'The body is empty',
    reason: 'The API takes an array of events.',
    source: 'seed 003, Request Body',
  },
  'no-body': {
    severity: 'error',
    title: 'The request was sent without a body',
    reason: 'The API takes an array of events.',
    source: 'seed 003, Request Body',
  },
  'missing-body': {
    severity: 'warning',
    title: 'The body could not be seen',
    reason: 'The browser did not show the body, so nothing is said about its events.',
    source: 'own judgement',
  },
  'cut-body': {
    severity: 'warning',
    title: 'Only the first part of the body could be seen',
    reason:
      'The browser showed the first part of the body only, so nothing is said about the batch as a whole.',
    source: 'own judgement',
  },
  'form-body': {
    severity: 'error',
    title: 'The body is an HTML form',
    reason: 'The API takes JSON; a form is refused.',
    source: 'seed 003, Request Headers',
  },
  'byte-order-mark': {
    severity: 'error',
    title: 'A byte order mark stands before the JSON',
    reason: 'JSON must not begin with one, and strict readers refuse the whole body.',
    source: 'RFC 8259, section 8.1',
  },
  'duplicate-key': {
    severity: 'warning',
    title: 'A key stands twice in one object',
    reason:
      'JSON leaves open which of the two counts: some readers take the last, some the first, some refuse.',
    source: 'RFC 8259, section 4',
  },
  'lone-surrogate': {
    severity: 'warning',
    title: 'A text holds half a character',
    reason:
      'A surrogate without its other half is no character: it arrives as U+FFFD, or the body is refused.',
    source: 'RFC 8259, section 8.2',
  },
  'invalid-utf8': {
    severity: 'error',
    title: 'The body is not valid UTF-8',
    reason: 'Each faulty byte arrives as the replacement character, or the server refuses the body.',
    source: 'RFC 8259, section 8.1',
  },
  'utf16-body': {
    severity: 'error',
    title: 'The body is not in UTF-8',
    reason: 'JSON between systems is UTF-8; another encoding is refused or misread.',
    source: 'RFC 8259, section 8.1',
  },
  'unsupported-encoding': {
    severity: 'warning',
    title: 'The body is compressed in a way we cannot undo',
    reason: 'The events cannot be read here, so nothing is said about them.',
    source: 'own judgement',
  },
  'wrong-content-encoding': {
    severity: 'error',
    title: 'Content-Encoding does not match the bytes',
    reason: 'A server that believes the header cannot read the body.',
    source: 'RFC 9110, section 8.4',
  },
  'undeclared-compression': {
    severity: 'error',
    title: 'The body is compressed and no header says so',
    reason: 'A server without that word takes the bytes for text and cannot read them.',
    source: 'RFC 9110, section 8.4',
  },
  'inflated-too-large': {
    severity: 'error',
    title: 'The body swells beyond every limit',
    reason: 'Unpacking was stopped; a server may take such a body for an attack.',
    source: 'own judgement',
  },
  'compressed-body-damaged': {
    severity: 'error',
    title: 'The compressed body is damaged',
    reason: 'It was cut off or changed on its way, so the server cannot read it.',
    source: 'RFC 1950, RFC 1951, RFC 1952',
  },
} as const satisfies Record<string, Rule>;
