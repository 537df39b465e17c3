import {MASK} from '../bytes/mask';
import type {CapturedRequest} from '../capture/captured-request';
import {wasDecompressed} from '../capture/merge/merge-bodies';
import {unpackBody} from '../edit/original-body';
import {isCredentialHeader} from '../replay/headers/credential-headers';
import {withSecrets} from '../replay/marking/replay-url';
import {maskBody} from './mask-body';

export interface ExportOptions {
  /**
   * The values of the session's secrets (see `secretsOf`), where the user asked for them to be written out.
   * Without it every credential is masked, those inside the body too.
   */
  secrets?: ReadonlyMap<string, string>;
}

/** A request as it leaves this tool as text: flat, with its secrets masked or put back. */
export interface ExportedRequest {
  url: string;
  method: string;
  /** Those whose value is known or masked, as captured. */
  headers: readonly (readonly [name: string, value: string])[];
  /** Null: there is none, or nobody has it (see `notes`). */
  body: Uint8Array<ArrayBuffer> | null;
  /** What differs from what was sent, in sentences. */
  notes: readonly string[];
}

/** The request in the form that every export starts from. */
export function toExported(request: CapturedRequest, {secrets}: ExportOptions = {}): ExportedRequest {
  const notes: string[] = [];
  if (request.urlLength !== undefined)
    notes.push(`Only the beginning of the address was kept: it had ${request.urlLength} characters.`);
  const {body, plain} = exportBody(request, secrets === undefined, notes);
  return {
    url: exportUrl(request.url, secrets, notes),
    method: request.method,
    headers: exportHeaders(request, secrets, notes).filter(
      ([name]) => !plain || name.toLowerCase() !== 'content-encoding',
    ),
    body,
    notes: [...new Set(notes)],
  };
}

function exportUrl(url: string, secrets: ExportOptions['secrets'], notes: string[]): string {
  if (secrets !== undefined) return withSecrets(url, (reference) => secrets.get(reference) ?? MASK);
  const hidden = maskUrl(url);
  if (hidden !== url) notes.push(masked);
  return hidden;
}

/** The address with its credentials masked. */
export function maskUrl(url: string): string {
  return withSecrets(url, () => MASK);
}

const masked = 'Credentials are masked.';

function exportHeaders(
  {headers}: CapturedRequest,
  secrets: ExportOptions['secrets'],
  notes: string[],
): [string, string][] {
  if (headers.state === 'unknown') {
    notes.push('Nobody saw the headers.');
    return [];
  }
  return headers.list.flatMap((header): [string, string][] => {
    const value =
      header.value ?? (header.secret === undefined ? undefined : secrets?.get(header.secret)) ?? null;
    if (value !== null && (secrets !== undefined || !isCredentialHeader(header)))
      return [[header.name, value]];
    notes.push(secrets === undefined ? masked : `The value of ${header.name} is not known any more.`);
    return [[header.name, MASK]];
  });
}

function exportBody(
  {body, headers}: CapturedRequest,
  mask: boolean,
  notes: string[],
): {body: Uint8Array<ArrayBuffer> | null; plain: boolean} {
  if (body.kind === 'none') return {body: null, plain: false};
  if (body.kind !== 'bytes') {
    notes.push('The body is not known in full and left out.');
    return {body: null, plain: false};
  }
  const isRecordedPlain = wasDecompressed(body);
  if (isRecordedPlain) notes.push('The body was recorded decompressed.');
  if (!mask) return {body: body.bytes, plain: isRecordedPlain};
  const {plain, isPacked} = isRecordedPlain
    ? {plain: body.bytes, isPacked: true}
    : unpackBody(body.bytes, headers);
  const hidden = plain === null ? null : maskBody(plain, MASK);
  if (hidden === null) return {body: body.bytes, plain: isRecordedPlain};
  notes.push(isPacked && !isRecordedPlain ? `${masked} The body is unpacked for that.` : masked);
  return {body: hidden, plain: isPacked};
}
