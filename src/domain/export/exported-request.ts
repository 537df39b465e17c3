import {MASK} from '../bytes/mask';
import {wasDecompressed} from '../capture/body-notes';
import type {CapturedHeaders, CapturedRequest} from '../capture/captured-request';
import {unpackBody} from '../edit/original-body';
import {withSecrets} from '../replay/marking/replay-url';
import {isCredentialHeader} from '../secrets/header-secrets';
import {maskBytes} from '../secrets/mask-body';
import {maskUrl} from '../secrets/url-secrets';
import {isToken, toFieldValue, toSafeUrl} from './safe-parts';

export interface ExportOptions {
  /**
   * The values of the session's secrets (see `secretsOf`), if the user chose to include them. Without it all
   * credentials are masked, including those inside the body.
   */
  secrets?: ReadonlyMap<string, string>;
}

/** A request as exported text: flat, with its secrets masked or restored. */
export interface ExportedRequest {
  /** Without control characters; see `toSafeUrl`. */
  url: string;
  /** A token. */
  method: string;
  /** Only headers whose name is a token and whose value is known or masked. Values do not contain line breaks. */
  headers: readonly (readonly [name: string, value: string])[];
  /** Null: there is no body, or it is not available (see `notes`). */
  body: Uint8Array<ArrayBuffer> | null;
  /** Sentences about differences from what was sent; they contain nothing of the request. */
  notes: readonly string[];
}

/** The first sentence of all exports that contain credentials. */
export const WITH_SECRETS = 'Contains credentials. Only share it with people who may use them.';

const MASKED = 'Credentials are masked.';

/** The request in the form that all exports are made from. */
export function toExported(request: CapturedRequest, {secrets}: ExportOptions = {}): ExportedRequest {
  const notes: string[] = secrets === undefined ? [] : [WITH_SECRETS];
  if (request.urlLength !== undefined)
    notes.push(`Only the beginning of the address was kept. It had ${request.urlLength} characters.`);
  const {body, plain} = exportBody(request, secrets === undefined, notes);
  if (request.headers.state === 'unknown') notes.push('Headers were not captured.');
  const headers = exportHeaders(request.headers, secrets, notes);
  const exported = {
    url: exportUrl(request.url, secrets, notes),
    method: exportMethod(request.method, notes),
    headers: headers.filter(([name]) => !plain || name.toLowerCase() !== 'content-encoding'),
    body,
  };
  return {...exported, notes: [...new Set(notes)]};
}

function exportUrl(url: string, secrets: ExportOptions['secrets'], notes: string[]): string {
  if (secrets !== undefined)
    return toSafeUrl(withSecrets(url, (reference) => secrets.get(reference) ?? MASK));
  const hidden = maskUrl(url);
  if (hidden !== url) notes.push(MASKED);
  return toSafeUrl(hidden);
}

function exportMethod(method: string, notes: string[]): string {
  if (isToken(method)) return method;
  notes.push('The method is not a valid HTTP method. POST is written instead.');
  return 'POST';
}

/**
 * Headers of a request or a response, masked unless requested otherwise; differences from the captured ones are added
 * to `notes`.
 */
export function exportHeaders(
  headers: CapturedHeaders,
  secrets: ExportOptions['secrets'],
  notes: string[],
): [string, string][] {
  if (headers.state === 'unknown') return [];
  return headers.list.flatMap((header): [string, string][] => {
    const {name} = header;
    // HTTP/2 has the request line as fields such as `:authority`.
    if (name.startsWith(':')) return [];
    if (!isToken(name)) {
      notes.push('Headers with names that are not valid are not included.');
      return [];
    }
    const value =
      header.value ?? (header.secret === undefined ? undefined : secrets?.get(header.secret)) ?? null;
    if (value !== null && (secrets !== undefined || !isCredentialHeader(header)))
      return [[name, toFieldValue(value)]];
    notes.push(secrets === undefined ? MASKED : 'The values of some headers are no longer available.');
    return [[name, MASK]];
  });
}

function exportBody(
  {body, headers}: CapturedRequest,
  mask: boolean,
  notes: string[],
): {body: Uint8Array<ArrayBuffer> | null; plain: boolean} {
  if (body.kind === 'none') return {body: null, plain: false};
  if (body.kind !== 'bytes') {
    notes.push(
      body.kind === 'form'
        ? 'Only the fields of the form were captured, so its bytes are not included.'
        : 'The body was not captured in full, so it is not included.',
    );
    return {body: null, plain: false};
  }
  const isRecordedPlain = wasDecompressed(body);
  if (isRecordedPlain) notes.push('The body was recorded decompressed.');
  if (!mask) return {body: body.bytes, plain: isRecordedPlain};
  const {plain, isPacked} = isRecordedPlain
    ? {plain: body.bytes, isPacked: true}
    : unpackBody(body.bytes, headers);
  if (plain === null) {
    notes.push('The body cannot be decoded, so credentials in it cannot be masked. It is not included.');
    return {body: null, plain: false};
  }
  const hidden = maskBytes(plain);
  if (hidden === null) return {body: body.bytes, plain: isRecordedPlain};
  notes.push(isPacked && !isRecordedPlain ? `${MASKED} The body is decompressed for that.` : MASKED);
  return {body: hidden, plain: isPacked};
}
