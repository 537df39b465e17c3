import type {Disguise} from './disguise';
import {type Natives, type PageWindow, quietly} from './natives';

/** Larger Blobs are not stored, since a page's uploads must not be kept twice. */
const MAX_BYTES = 1_000_000;
/** The limit for all of them together: the oldest are removed first. */
const BUDGET = 16_000_000;

export interface BlobMemory {
  isBlob(body: unknown): body is Blob;
  /** The bytes of a body that can be read synchronously; null for others. */
  contentOf(body: unknown): Uint8Array<ArrayBuffer> | null;
  /** Reads a Blob and calls back slightly later; null: it is too large, or can't be read. */
  read(blob: Blob, onRead: (bytes: Uint8Array<ArrayBuffer> | null) => void): void;
}

interface Remembered {
  bytes: Uint8Array<ArrayBuffer> | null;
  size: number;
  next: Remembered | null;
}

/**
 * Remembers the parts of each small Blob, as long as the Blob exists and there is room: its content can't be read
 * synchronously, and at page unload it is too late for asynchronous reading.
 */
export function createBlobMemory(page: PageWindow, natives: Natives, disguise: Disguise): BlobMemory {
  const {Bytes, NativeBlob, NativeProxy, construct, setBytes, sizeOf} = natives;
  const contents = natives.createWeakMap<Blob, Remembered>();
  const budget = createBudget();
  const contentOf = (body: unknown) =>
    isBlob(body, natives) ? (contents.get(body)?.bytes ?? null) : copyContent(body, natives);

  function remember(blob: Blob, parts: unknown[], hasOptions: boolean): void {
    const size = sizeOf(blob);
    if (size > MAX_BYTES) return;
    const whole = new Bytes(size);
    let offset = 0;
    for (let index = 0; index < parts.length; index += 1) {
      const part = parts[index];
      // The option `endings` may have the browser write other line ends.
      if (hasOptions && typeof part === 'string' && natives.indexOf(part, '\r') !== -1) return;
      const content = contentOf(part);
      if (content === null || offset + content.length > size) return;
      setBytes(whole, content, offset);
      offset += content.length;
    }
    if (offset === size) contents.set(blob, budget.keep(whole, size));
  }

  const watched = new NativeProxy(NativeBlob, {
    __proto__: null,
    construct(target: typeof Blob, args: unknown[], newTarget: typeof Blob) {
      // The browser reads the list, then the options, whose getters may change the list, then the bytes of the parts.
      const parts = quietly(() => natives.readPlainList(args[0])) ?? null;
      const blob: Blob = construct(target, args, newTarget);
      if (parts !== null) quietly(() => remember(blob, parts, args.length > 1));
      return blob;
    },
  } as ProxyHandler<typeof Blob>);
  disguise.hide(watched, NativeBlob);
  NativeBlob.prototype.constructor = watched;
  page.Blob = watched;
  // A File is a Blob: its constructor inherits from the replacement of Blob's.
  natives.setPrototype(page.File, watched);
  return {
    isBlob: (body) => isBlob(body, natives),
    contentOf,
    read(blob, onRead) {
      if (sizeOf(blob) > MAX_BYTES) return onRead(null);
      // A file that was moved meanwhile can't be read; the page's own request fails for the same reason.
      natives.whenRead(
        natives.readBlob(blob),
        (buffer) => onRead(new Bytes(buffer)),
        () => onRead(null),
      );
    },
  };
}

function isBlob(body: unknown, {sizeOf}: Natives): body is Blob {
  // The page may have changed `instanceof`; the getter recognises a Blob reliably.
  return typeof body === 'object' && quietly(() => sizeOf(body)) !== undefined;
}

/** A copy of the bytes of a text, a buffer or a view; null: it is something else, or too large. */
function copyContent(body: unknown, natives: Natives): Uint8Array<ArrayBuffer> | null {
  if (typeof body === 'string') return body.length > MAX_BYTES ? null : natives.encode(body);
  const size = quietly(() => natives.lengthOfBuffer(body));
  if (size !== undefined) return copyBytes(body as ArrayBuffer, 0, size, natives);
  if (!natives.isView(body)) return null;
  const view = natives.typeOfArray(body) === undefined ? natives.ofDataView : natives.ofArray;
  return copyBytes(view.buffer(body), view.offset(body), view.length(body), natives);
}

function copyBytes(
  buffer: ArrayBuffer,
  offset: number,
  size: number,
  {Bytes, setBytes}: Natives,
): Uint8Array<ArrayBuffer> | null {
  if (size > MAX_BYTES) return null;
  const bytes = new Bytes(size);
  setBytes(bytes, new Bytes(buffer, offset, size), 0);
  return bytes;
}

/** A queue of stored Blobs: if a page creates hundreds, the first ones are removed. */
function createBudget() {
  let oldest: Remembered | null = null;
  let newest: Remembered | null = null;
  let total = 0;
  return {
    keep(bytes: Uint8Array<ArrayBuffer>, size: number): Remembered {
      const kept: Remembered = {bytes, size, next: null};
      if (newest === null) oldest = kept;
      else newest.next = kept;
      newest = kept;
      total += size;
      while (total > BUDGET && oldest !== null) {
        oldest.bytes = null;
        total -= oldest.size;
        oldest = oldest.next;
      }
      return kept;
    },
  };
}
