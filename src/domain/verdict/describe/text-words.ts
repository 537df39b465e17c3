import {cutText} from '../../bytes/hidden-characters';
import type {MissingBodyReason} from '../../capture/captured-request';
import {describePosition} from '../../json/describe-position';
import type {JsonTextError} from '../../json/faults/first-error';
import {quote} from '../describe-value';
import {formatCount} from '../format-count';
import {toFieldName} from '../to-field-name';
import {jsonErrorReasons} from './json-error-reasons';
import type {Describe} from './wording';

const missingReasons: Record<MissingBodyReason, string> = {
  blob: 'the browser does not show a Blob to extensions while it is sent',
  file: 'the browser does not show a file to extensions',
  stream: 'it is a stream',
  cut: 'the browser only showed a part of it',
  form: 'it is a form that the browser did not decode',
  damaged: 'it went through a text interface that damaged its bytes',
  'not-stored': 'there was not enough space to store it',
  'not-recorded': 'the imported file does not contain it',
  unknown: 'the browser gave no reason',
};

export const textWords = {
  'invalid-json': ({error}: {error: JsonTextError}, {position = error}) => {
    const what = error.found === '' ? 'at the end of the text' : `at ${quote(error.found)}`;
    return {
      message: `Body is not valid JSON. In ${describePosition(position)}, ${what}: ${jsonErrorReasons[error.cause]}. Expected ${error.expected}.`,
      expected: error.expected,
      found: error.found,
    };
  },
  'too-deep': ({limit, isRead}: {limit: number; isRead: boolean}) => ({
    message: `The body is nested deeper than ${formatCount(limit)} levels${isRead ? ', and many readers fail on that' : ', so it was not checked'}. Flatten it before sending.`,
  }),
  'empty-body': ({expected}: {expected: string}) => ({
    message: `The body is empty. Send ${expected}.`,
    expected,
  }),
  'no-body': ({expected}: {expected: string}) => ({
    message: `The request has no body. Send ${expected}.`,
    expected,
  }),
  'missing-body': ({reason}: {reason: MissingBodyReason}) => ({
    message: `The body was not captured: ${missingReasons[reason]}. Its events were not checked.`,
  }),
  'cut-body': ({seen, size}: {seen: number; size: number | null}) => ({
    message: `Only the first ${formatCount(seen)} bytes of ${size === null ? 'the body' : `${formatCount(size)} bytes`} were captured, so the batch was not checked.`,
  }),
  'form-body': ({encoding, jsonField}: {encoding: string; jsonField: string | null}) => ({
    message: `The body is an HTML form, but JSON is expected. ${jsonField === null ? 'Send the events as JSON.' : `Its field ${quote(jsonField)} contains the JSON that should be the whole body.`}`,
    expected: 'JSON',
    found: `${encoding} form`,
  }),
  'encoded-body': ({encoding}: {encoding: 'base64' | 'percent'}) => ({
    message: `The body is ${encoding === 'base64' ? 'Base64-encoded' : 'percent-encoded'} JSON. Send the JSON itself.`,
    expected: 'JSON',
    found: encoding === 'base64' ? 'Base64' : 'percent-encoded text',
  }),
  'unsafe-integer': ({digits, rounded}: {digits: string; rounded: number}, {pointer}) => ({
    message: `${toFieldName(pointer)} is ${cutText(digits, 40)}, but many JSON readers round it to ${rounded}. Send it as a string.`,
    expected: 'a string, or an integer up to 9007199254740991',
    found: cutText(digits, 40),
  }),
  'byte-order-mark': () => ({
    message:
      'The body starts with a byte order mark (U+FEFF). Remove it, because strict readers reject the body.',
    found: 'U+FEFF',
  }),
  'duplicate-key': ({key, count}: {key: string; count: number}, {pointer}) => ({
    message: `The key ${quote(key)} appears ${formatCount(count)} times in ${toFieldName(pointer.slice(0, pointer.lastIndexOf('/')))}. The last one is shown here; another reader may take the first. Keep one.`,
    expected: 'one',
    found: formatCount(count),
  }),
  'lone-surrogate': ({inKey}: {inKey: boolean}, {pointer}) => ({
    message: `${inKey ? 'The key of ' : ''}${toFieldName(pointer)} contains half a character (a lone surrogate), which UTF-8 cannot represent. It arrives as U+FFFD or is rejected. Only cut text between characters.`,
    expected: 'whole characters',
  }),
  'invalid-utf8': ({byteOffset}: {byteOffset: number}) => ({
    message: `The body is not valid UTF-8 from byte ${formatCount(byteOffset + 1)} on. Encode it as UTF-8.`,
    expected: 'UTF-8',
  }),
  'utf16-body': ({charset}: {charset: string}) => ({
    message: `The body is encoded as ${charset}. Encode it as UTF-8.`,
    expected: 'UTF-8',
    found: charset,
  }),
  'unsupported-encoding': ({encoding}: {encoding: string}) => ({
    message: `The body is encoded as ${quote(encoding)}, which is not supported here, so its events were not checked.`,
    found: quote(encoding),
  }),
  'wrong-content-encoding': ({declared, actual}: {declared: string; actual: string}) => ({
    message: `Content-Encoding is ${quote(declared)}, but the body is ${nameCompression(actual)}. Correct the header.`,
    expected: actual,
    found: quote(declared),
  }),
  'undeclared-compression': ({actual}: {actual: string}) => ({
    message: `The body is ${nameCompression(actual)}, but the Content-Encoding header is missing. Add "Content-Encoding: ${actual}".`,
    expected: `Content-Encoding: ${actual}`,
  }),
  'inflated-too-large': ({limit}: {limit: number}) => ({
    message: `The decompressed body is larger than ${formatCount(limit)} bytes, so decompression was stopped. Send smaller batches.`,
  }),
  'compressed-body-damaged': ({actual}: {actual: string}) => ({
    message: `The ${actual} data of the body is cut off or damaged. Send it again in full.`,
  }),
} as const satisfies Record<string, Describe>;

function nameCompression(compression: string): string {
  return compression === 'identity' ? 'not compressed' : `compressed with ${compression}`;
}
