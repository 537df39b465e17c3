/** The functions that the page might replace later, as they were before any of its scripts ran. */
export interface Natives {
  btoa(text: string): string;
  now(): number;
}

/** Larger Blobs are not remembered: a page's uploads must not be kept twice. */
const MAX_BYTES = 1_000_000;

export interface BlobMemory {
  /** The bytes of a body that can be told at once; null for others. */
  contentOf(body: unknown): Uint8Array | null;
  /** Reads a Blob that is not too large; calls back a little later, or never where it can't be read. */
  read(blob: Blob, onRead: (bytes: Uint8Array) => void): void;
}

/**
 * Remembers what each small Blob was made of, for as long as the Blob lives: its content can't be read at once, and at
 * page unload there is no later.
 */
export function createBlobMemory(page: typeof globalThis): BlobMemory {
  const contents = new WeakMap<Blob, Uint8Array>();
  const {Blob: NativeBlob} = page;
  const encoder = new TextEncoder();
  const {arrayBuffer} = NativeBlob.prototype;

  function contentOf(body: unknown): Uint8Array | null {
    if (typeof body === 'string') return body.length > MAX_BYTES ? null : encoder.encode(body);
    if (body instanceof NativeBlob) return contents.get(body) ?? null;
    if (body instanceof ArrayBuffer)
      return body.byteLength > MAX_BYTES ? null : new Uint8Array(body.slice(0));
    if (!ArrayBuffer.isView(body) || body.byteLength > MAX_BYTES) return null;
    return new Uint8Array(body.buffer, body.byteOffset, body.byteLength).slice();
  }

  function remember(blob: Blob, parts: unknown): void {
    // Only a plain list is looked at: reading another iterable would use it up.
    if (!Array.isArray(parts) || blob.size > MAX_BYTES) return;
    const whole = new Uint8Array(blob.size);
    let offset = 0;
    for (const part of parts) {
      const content = contentOf(part);
      if (content === null || offset + content.length > whole.length) return;
      whole.set(content, offset);
      offset += content.length;
    }
    if (offset === whole.length) contents.set(blob, whole);
  }

  const watched = new Proxy(NativeBlob, {
    construct(target, args: unknown[], newTarget) {
      const blob: Blob = Reflect.construct(target, args, newTarget);
      quietly(() => remember(blob, args[0]));
      return blob;
    },
  });
  NativeBlob.prototype.constructor = watched;
  page.Blob = watched;
  return {
    contentOf,
    read(blob, onRead) {
      if (blob.size > MAX_BYTES) return;
      const reading: Promise<ArrayBuffer> = Reflect.apply(arrayBuffer, blob, []);
      // A file that was moved meanwhile can't be read; the page learns that from its own request.
      reading.then((buffer) => onRead(new Uint8Array(buffer))).catch(() => undefined);
    },
  };
}

/** Whatever we get wrong, the page must not notice. */
export function quietly(task: () => void): void {
  try {
    task();
  } catch {
    // Nothing is reported then: the browser's own observers still see the request.
  }
}
