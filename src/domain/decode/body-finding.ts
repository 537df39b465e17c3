import type {MissingBodyReason} from '../capture/captured-request';
import type {JsonTextError} from '../json/faults/first-error';
import type {TextPosition} from '../json/to-line-column';
import type {Charset} from './decode-text';
import type {TextEncoding} from './find-encoded-json';

export type FormEncoding = 'urlencoded' | 'multipart' | 'unknown';

/**
 * Why a body could not be read, or what was unusual on the way to its value. Data only: the checks turn it into
 * issues. Offsets count UTF-16 units of the decoded text unless they are named byte offsets.
 */
export type BodyFinding =
  /** The text is not JSON; `error.cause` determines the sentence and the fix. */
  | {code: 'invalid-json'; position: TextPosition; error: JsonTextError}
  /** It is JSON, nested deeper than `limit`; not `isRead`: so deep that the value is not passed on. */
  | {code: 'too-deep'; limit: number; isRead: boolean}
  /** There are no bytes, or only white space. */
  | {code: 'empty-body'}
  /** The request was sent without a body. */
  | {code: 'no-body'}
  /** The browser did not provide bytes, so there is no verdict. `size`: bytes on the wire, null if unknown. */
  | {code: 'missing-body'; reason: MissingBodyReason; size: number | null}
  /** The browser only provided the first part, so there is no verdict on the whole. `seen`: bytes that it provided. */
  | {code: 'cut-body'; reason: MissingBodyReason; seen: number; size: number | null}
  /** JSON that was encoded a second time before it was sent. */
  | {code: 'encoded-body'; encoding: TextEncoding}
  /** An HTML form. `jsonField`: the field whose value is JSON, if there is exactly one. */
  | {code: 'form-body'; encoding: FormEncoding; fields: number; jsonField: string | null}
  /** The text begins with U+FEFF; `position` covers it. The value is read after it. */
  | {code: 'byte-order-mark'; position: TextPosition}
  /** Decoded leniently for viewing, with U+FFFD for each fault. `byteOffset` counts in the inflated bytes. */
  | {code: 'invalid-utf8'; byteOffset: number; position: TextPosition}
  /** Text in an encoding that RFC 8259 does not allow between systems. */
  | {code: 'utf16-body'; charset: Exclude<Charset, 'utf-8'>}
  /** Content-Encoding names a coding that we cannot decode (br, zstd), or the bytes have such a format. */
  | {code: 'unsupported-encoding'; encoding: string}
  /** Content-Encoding does not match the bytes: `actual` is how they were read. */
  | {code: 'wrong-content-encoding'; declared: string; actual: 'identity' | Compression}
  /** The bytes are compressed and the known headers do not say so. */
  | {code: 'undeclared-compression'; actual: Compression}
  /** Inflation was stopped at `limit` bytes. */
  | {code: 'inflated-too-large'; limit: number}
  /** Inflation failed, or its checksum does not match: truncated, or bytes changed. */
  | {code: 'compressed-body-damaged'; actual: Compression};

export type BodyFindingCode = BodyFinding['code'];

export type Compression = 'gzip' | 'deflate' | 'deflate-raw';
