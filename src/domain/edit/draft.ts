import {encodeText} from '../bytes/encode-text';
import type {CapturedBody, CapturedRequest} from '../capture/captured-request';
import {decodeText} from '../decode/decode-text';
import {type OriginalBody, openBody} from './original-body';

/**
 * A correction in the making. It holds the bytes of its original; text comes into being when editing starts, and only
 * text that differs from the original's is ever encoded: unchanged text is sent byte for byte. Undo is the editor's.
 */
export interface Draft {
  /** Id of the request that it corrects; null for one that was pasted in. */
  sourceId: string | null;
  original: OriginalBody;
  /** The original as text, as it was when editing started; null before. A byte order mark stays in it. */
  originalText: string | null;
  /** What the editor shows; null before editing started. */
  text: string | null;
  /** The text differs from the original's. */
  dirty: boolean;
  /** What editing costs, for the user to read: bytes that are no UTF-8, compression that is given up. */
  warnings: readonly string[];
}

/** The draft of a captured request, untouched. A body that can't be had makes a draft that says so. */
export function openDraft(request: CapturedRequest): Draft {
  return draftOf(request.id, openBody(request.body, request.headers));
}

/** A draft without a captured request: a body that was typed or pasted. Bytes are sent as they are until edited. */
export function newDraft(body: string | Uint8Array<ArrayBuffer>): Draft {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return draftOf(null, openBody({kind: 'bytes', bytes}, {state: 'known', list: []}));
}

/** Decodes the original, so that it can be shown and edited. Does nothing the second time. */
export function startEditing(draft: Draft): Draft {
  if (draft.originalText !== null) return draft;
  const {text, warnings} = decodeOriginal(draft.original);
  return {...draft, originalText: text, text, warnings};
}

/**
 * The draft with what the editor shows now. Text that is the original's again makes it untouched again.
 * The editor must hand over line breaks as they are: CodeMirror turns `\r\n` into `\n` unless its `lineSeparator` is set.
 */
export function withText(draft: Draft, text: string): Draft {
  const started = startEditing(draft);
  return {...started, text, dirty: text !== started.originalText};
}

/** The bytes that would be sent: untouched, those of the original. Null: there are none, see `original`. */
export function toBytes(draft: Draft): Uint8Array<ArrayBuffer> | null {
  if (draft.dirty && draft.text !== null) return encodeOnce(draft, draft.text);
  return draft.original.state === 'unavailable' ? null : draft.original.bytes;
}

/** A draft never changes, and is asked for its bytes by the check, by the plan and by sending. */
const encoded = new WeakMap<Draft, Uint8Array<ArrayBuffer>>();

function encodeOnce(draft: Draft, text: string): Uint8Array<ArrayBuffer> {
  const bytes = encoded.get(draft) ?? encodeText(text);
  encoded.set(draft, bytes);
  return bytes;
}

/** The body that the replay's record holds. A request without a body stays one. */
export function toBody(draft: Draft): CapturedBody | null {
  const bytes = toBytes(draft);
  if (bytes === null) return null;
  return bytes.length === 0 ? {kind: 'none'} : {kind: 'bytes', bytes};
}

function draftOf(sourceId: string | null, original: OriginalBody): Draft {
  return {sourceId, original, originalText: null, text: null, dirty: false, warnings: []};
}

function decodeOriginal({plain, isPacked}: OriginalBody): {text: string; warnings: string[]} {
  if (plain === null) {
    return {
      text: '',
      warnings: ['The body cannot be decompressed here. Edited text replaces all of it.'],
    };
  }
  const {text, charset, invalid} = decodeText(plain);
  const warnings: string[] = [];
  if (isPacked) {
    warnings.push(
      'The original is compressed. Once edited, it is sent as plain text without Content-Encoding.',
    );
  }
  if (charset !== 'utf-8') {
    warnings.push(`The original is ${charset.toUpperCase()}. Once edited, it is sent as UTF-8.`);
  }
  if (invalid !== null) {
    warnings.push(
      'Some bytes of the original are not valid UTF-8. Once edited, each of them is sent as “\uFFFD”.',
    );
  }
  return {text, warnings};
}
