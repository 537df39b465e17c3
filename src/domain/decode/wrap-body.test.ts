import {describe, expect, it} from 'vitest';
import type {Compression} from './body-finding';
import {inflateBody} from './inflate-body';
import {wrapBody} from './wrap-body';

const kinds: Compression[] = ['gzip', 'deflate', 'deflate-raw'];
const numbers = Uint8Array.from({length: 200_000}, (_, index) => (index * index) >> 7);

/** Decompressed by the platform, which checks lengths and checksums. */
async function read(bytes: Uint8Array<ArrayBuffer>, compression: Compression): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(compression));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

describe.each(kinds)('wrapBody as %s', (compression) => {
  it.each([0, 1, 0xffff, 0x10000, 0x1fffe, 200_000])('is read by anybody, with %i bytes', async (length) => {
    const bytes = numbers.slice(0, length);
    const wrapped = wrapBody(bytes, compression);
    expect(await read(wrapped, compression)).toEqual(bytes);
    expect(inflateBody(wrapped, compression)).toEqual({bytes, finding: null});
  });
});
