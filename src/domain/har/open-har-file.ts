import {unzipSync} from 'fflate';
import {detectCompression} from '../decode/content-encoding';
import {decodeText, detectUtf16} from '../decode/decode-text';
import {inflateBody} from '../decode/inflate-body';
import type {HarFiles} from './entry-body';

/** The file can't be read as a HAR log. `message` says why, for the user. */
export class HarLogError extends Error {
  override name = 'HarLogError';
}

/** A log's text, and the files that belong to it. */
export interface HarFile {
  text: string;
  files: HarFiles;
}

/** The maximum size of a decompressed recording, in bytes. */
export const MAX_UNPACKED = 512 * 1024 * 1024;

/** Decides by the beginning: compressed files, and UTF-16 as written by Windows PowerShell, cannot be streamed. */
export function isOpenedAsWhole(head: Uint8Array): boolean {
  return isZip(head) || findFileCompression(head) !== null || detectUtf16(head) !== null;
}

function isZip([first, second, third]: Uint8Array): boolean {
  return first === 0x50 && second === 0x4b && (third === 3 || third === 5);
}

/** How a recording is compressed as a whole, by its beginning; `deflate` is zlib's format (mitmproxy's `.zhar`). */
export function findFileCompression(head: Uint8Array): 'gzip' | 'deflate' | null {
  const found = detectCompression(head);
  return found === 'zstd' ? null : found;
}

/**
 * Opens a recording file: a HAR file, a `.zip` with one and its bodies (Playwright), or one that is compressed with
 * zlib (mitmproxy's `.zhar`) or gzip. Throws a `HarLogError`.
 */
export function openHarFile(bytes: Uint8Array): HarFile {
  if (isZip(bytes)) return openZip(bytes);
  const compression = findFileCompression(bytes);
  if (compression === null) return {text: decode(bytes), files: () => undefined};
  const {bytes: plain, finding} = inflateBody(bytes, compression, {limit: MAX_UNPACKED});
  if (finding?.code === 'inflated-too-large') throw largeFileError();
  if (finding !== null) throw damagedFileError();
  return {text: decode(plain), files: () => undefined};
}

function openZip(bytes: Uint8Array): HarFile {
  const found = unzip(bytes);
  const names = [...found.keys()].filter((name) => /\.har$/i.test(name));
  const [name] = names;
  const log = name === undefined ? undefined : found.get(name);
  if (name === undefined || log === undefined)
    throw new HarLogError('This archive does not contain a HAR file (.har).');
  if (names.length > 1)
    throw new HarLogError('This archive contains several HAR files. Import them one by one.');
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  return {text: decode(log), files: (file) => (isInside(file) ? found.get(folder + file) : undefined)};
}

/** The sizes are those stated in the archive; members are not decompressed beyond them. */
function unzip(bytes: Uint8Array): Map<string, Uint8Array<ArrayBuffer>> {
  let size = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({originalSize}) => {
        size += originalSize;
        if (size > MAX_UNPACKED) throw largeFileError();
        return true;
      },
    });
    return new Map(Object.entries(files).map(([name, data]) => [name, Uint8Array.from(data)]));
  } catch (error) {
    if (error instanceof HarLogError) throw error;
    throw new HarLogError('This archive is damaged and cannot be decompressed.');
  }
}

/** A log may only refer to files next to it or below. */
function isInside(file: string): boolean {
  return !/^[\\/]|^[a-z]:|(?:^|[\\/])\.\.(?:[\\/]|$)/i.test(file);
}

export function damagedFileError(): HarLogError {
  return new HarLogError('This file is damaged and cannot be decompressed.');
}

export function largeFileError(): HarLogError {
  return new HarLogError(`This file is larger than ${MAX_UNPACKED / 1024 / 1024} MB when decompressed.`);
}

/** A byte order mark is skipped, which RFC 8259 allows, and so are the NULs of a buffer that was not filled. */
function decode(bytes: Uint8Array): string {
  const {text} = decodeText(bytes);
  let end = text.length;
  while (text[end - 1] === '\0') end--;
  return text.slice(text.startsWith('\ufeff') ? 1 : 0, end);
}
