import type {MissingBodyReason} from '../capture/captured-request';
import type {BodyFinding} from '../decode/body-finding';
import type {FixCode} from '../edit/fixes/fix-code';
import {describePosition} from '../json/describe-position';
import type {JsonTextError} from '../json/faults/first-error';
import type {JsonErrorCause} from '../json/faults/json-error-cause';
import {quote} from '../verdict/describe-value';
import type {Issue} from '../verdict/issue';
import {type IssueFacts, toIssue} from '../verdict/to-issue';

/** Puts what was found while reading the body into words. `expectedBody`: as in `Protocol`. */
export function toBodyIssue(finding: BodyFinding, expectedBody: string): Issue {
  return toIssue(finding.code, {event: null, pointer: '', ...toFacts(finding, expectedBody)});
}

type Facts = Omit<IssueFacts, 'event' | 'pointer'>;

function toFacts(finding: BodyFinding, expectedBody: string): Facts {
  switch (finding.code) {
    case 'invalid-json':
      return describeJsonError(finding.error);
    case 'too-deep':
      return {message: `The body is nested deeper than ${finding.limit} levels; flatten it before sending.`};
    case 'empty-body':
      return {message: `The body is empty; expected is ${expectedBody}.`, expected: expectedBody};
    case 'no-body':
      return {
        message: `The request was sent without a body; expected is ${expectedBody}.`,
        expected: expectedBody,
      };
    case 'missing-body':
      return {
        message: `The body could not be seen: ${missing[finding.reason]}. Nothing is said about its events.`,
      };
    case 'cut-body':
      return {message: describeCut(finding)};
    case 'form-body':
      return {message: describeForm(finding), expected: 'JSON', found: `${finding.encoding} form`};
    case 'byte-order-mark':
      return {
        message:
          'A byte order mark (U+FEFF) stands before the JSON; remove it, since strict readers refuse the body.',
        found: 'U+FEFF',
        fixes: ['remove-byte-order-mark'],
        position: finding.position,
      };
    case 'invalid-utf8':
      return {
        message: `The body is not valid UTF-8 from byte ${finding.byteOffset + 1} on; encode it as UTF-8.`,
        expected: 'UTF-8',
        position: finding.position,
      };
    case 'utf16-body':
      return {
        message: `The body is encoded in ${finding.charset}; encode it as UTF-8.`,
        expected: 'UTF-8',
        found: finding.charset,
      };
    default:
      return describeCompression(finding);
  }
}

type CompressionFinding = Extract<
  BodyFinding,
  {
    code:
      | 'unsupported-encoding'
      | 'wrong-content-encoding'
      | 'undeclared-compression'
      | 'inflated-too-large'
      | 'compressed-body-damaged';
  }
>;

function describeCompression(finding: CompressionFinding): Facts {
  switch (finding.code) {
    case 'unsupported-encoding':
      return {
        message: `The body is encoded as ${quote(finding.encoding)}, which cannot be undone here; nothing is said about its events.`,
        found: quote(finding.encoding),
      };
    case 'wrong-content-encoding':
      return {
        message: `Content-Encoding says ${quote(finding.declared)}, but the bytes are ${nameCompression(finding.actual)}; make the header say what was sent.`,
        expected: finding.actual,
        found: quote(finding.declared),
      };
    case 'undeclared-compression':
      return {
        message: `The body is ${nameCompression(finding.actual)} and no Content-Encoding says so; add the header "Content-Encoding: ${finding.actual}".`,
        expected: `Content-Encoding: ${finding.actual}`,
      };
    case 'inflated-too-large':
      return {
        message: `The compressed body swells beyond ${formatCount(finding.limit)} bytes, where unpacking was stopped; send smaller batches.`,
      };
    case 'compressed-body-damaged':
      return {
        message: `The ${finding.actual} data of the body is cut off or damaged; send it again, complete.`,
      };
  }
}

function nameCompression(compression: string): string {
  return compression === 'identity' ? 'not compressed' : `compressed with ${compression}`;
}

const missing: Record<MissingBodyReason, string> = {
  blob: 'it is a Blob, whose bytes the browser shows to no extension while it is sent',
  file: 'it is a file, whose bytes the browser shows to no extension',
  stream: 'it is a stream',
  cut: 'the browser showed a part of it only',
  form: 'it is a form that the browser did not decode',
  damaged: 'it came through a text interface that damaged its bytes',
  'not-stored': 'there was no room to store it',
  'not-recorded': 'the imported record holds none',
  unknown: 'the browser gave no reason',
};

function describeCut({seen, size}: Extract<BodyFinding, {code: 'cut-body'}>): string {
  const whole = size === null ? 'the body' : `${formatCount(size)} bytes`;
  return `Only the first ${formatCount(seen)} bytes of ${whole} could be seen; nothing is said about the batch as a whole.`;
}

function describeForm({jsonField}: Extract<BodyFinding, {code: 'form-body'}>): string {
  const start = 'The body is an HTML form, where JSON is expected';
  return jsonField === null
    ? `${start}; send the events as JSON.`
    : `${start}; its field ${quote(jsonField)} holds the JSON that should be the whole body.`;
}

export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

const jsonErrors: Record<JsonErrorCause, string> = {
  empty: 'it holds nothing but white space',
  'byte-order-mark': 'it begins with a byte order mark',
  truncated: 'the text ends inside a value, so it was cut off',
  concatenated: 'another document follows the first; put both into one array',
  'extra-text': 'something follows the end of the document',
  'trailing-comma': 'a comma stands after the last entry; remove it',
  'missing-comma': 'a comma is missing',
  'missing-colon': 'a colon is missing between key and value',
  'missing-value': 'a value is missing',
  'mismatched-bracket': 'a bracket is closed by the wrong one',
  comments: 'JSON has no comments; remove it',
  nan: 'JSON has no NaN and no Infinity; send null or leave the field out',
  undefined: 'JSON has no undefined; send null or leave the field out',
  'foreign-literal': "this is another language's word; JSON writes true, false and null",
  'single-quotes': 'JSON takes double quotes only',
  'smart-quotes': 'these are typographic quotes; JSON takes straight double quotes only',
  'unquoted-key': 'keys stand in double quotes',
  'unquoted-text': 'text stands in double quotes',
  'bad-number': 'this is no number of JSON',
  'control-character': 'a raw control character stands inside a string; write its escape, such as \\n',
  'bad-escape': 'this backslash begins no escape that JSON knows',
  'invisible-character': 'an invisible character stands between the values; remove it',
  placeholder: 'a placeholder was not filled in',
  markup: 'this is HTML or XML',
  'unexpected-character': 'this character may not stand here',
};

const jsonFixes: Partial<Record<JsonErrorCause, readonly FixCode[]>> = {
  'trailing-comma': ['remove-trailing-comma'],
  comments: ['remove-comments'],
  'byte-order-mark': ['remove-byte-order-mark'],
};

function describeJsonError(error: JsonTextError): Facts {
  const {offset, line, column, cause, found, expected} = error;
  const what = found === '' ? 'at the end of the text' : `at ${quote(found)}`;
  return {
    message: `The body is no JSON: in ${describePosition(error)}, ${what}, ${jsonErrors[cause]} (expected: ${expected}).`,
    expected,
    found,
    fixes: jsonFixes[cause] ?? [],
    position: {offset, line, column},
  };
}
