import {encodeText} from '../bytes/encode-text';
import type {CapturedBody, CapturedRequest} from '../capture/captured-request';
import {decodeText} from '../decode/decode-text';
import {type OriginalBody, openBody} from './original-body';

/**
 * An edited body. It contains the bytes of its original; they are only decoded to text when editing starts, and only
 * text that differs from the original's is encoded: unchanged text is sent byte for byte. The editor handles undo.
 */
export interface Draft {
  /** ID of the request that it corrects; null for one that was pasted. */
  sourceId: string | null;
  original: OriginalBody;
  /** The original as text, as it was when editing started; null before. Includes a byte order mark. */
  originalText: string | null;
  /** The text in the editor; null before editing started. */
  text: string | null;
  /** The text differs from the original's. */
  dirty: boolean;
  /** Side effects of editing, for the user: bytes that are not UTF-8, compression that is lost. */
  warnings: readonly string[];
}

/** The unchanged draft of a captured request. If the body is not available, the draft says so. */
export function openDraft(request: CapturedRequest): Draft {
  return draftOf(request.id, openBody(request.body, request.headers));
}

/** A draft without a captured request: a body that was typed or pasted. Bytes are sent as they are until edited. */
export function newDraft(body: string | Uint8Array<ArrayBuffer>): Draft {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return draftOf(null, openBody({kind: 'bytes', bytes}, {state: 'known', list: []}));
}

/** Decodes the original, so that it can be shown and edited. Does nothing when called again. */
export function startEditing(draft: Draft): Draft {
  if (draft.originalText !== null) return draft;
  const {text, warnings} = decodeOriginal(draft.original);
  return {...draft, originalText: text, text, warnings};
}

/**
 * The draft with the editor's current text. If the text is the original's again, the draft is unchanged again. The
 * editor must keep line breaks: CodeMirror turns `\r\n` into `\n` unless its `lineSeparator` is set.
 */
export function withText(draft: Draft, text: string): Draft {
  const started = startEditing(draft);
  return {...started, text, dirty: text !== started.originalText};
}

/** The bytes that would be sent: if unchanged, those of the original. Null: there are none, see `original`. */
export function toBytes(draft: Draft): Uint8Array<ArrayBuffer> | null {
  if (draft.dirty && draft.text !== null) return encodeOnce(draft, draft.text);
  return draft.original.state === 'unavailable' ? null : draft.original.bytes;
}

/** A draft is immutable, and its bytes are needed by the check, by the plan and for sending. */
const encoded = new WeakMap<Draft, Uint8Array<ArrayBuffer>>();

function encodeOnce(draft: Draft, text: string): Uint8Array<ArrayBuffer> {
  const bytes = encoded.get(draft) ?? encodeText(text);
  encoded.set(draft, bytes);
  return bytes;
}

/** The body for the replay's record. A request without a body keeps none. */
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
