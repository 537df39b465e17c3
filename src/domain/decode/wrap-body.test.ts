import {gunzipSync, inflateRawSync, inflateSync} from 'node:zlib';
import {describe, expect, it} from 'vitest';
import type {Compression} from './body-finding';
import {inflateBody} from './inflate-body';
import {wrapBody} from './wrap-body';

const read: Record<Compression, (bytes: Uint8Array) => Uint8Array> = {
  gzip: gunzipSync,
  deflate: inflateSync,
  'deflate-raw': inflateRawSync,
};
const numbers = Uint8Array.from({length: 200_000}, (_, index) => (index * index) >> 7);

describe.each(Object.keys(read) as Compression[])('wrapBody as %s', (compression) => {
  it.each([0, 1, 0xffff, 0x10000, 0x1fffe, 200_000])('is read by anybody, with %i bytes', (length) => {
    const bytes = numbers.subarray(0, length);
    const wrapped = wrapBody(bytes, compression);
    expect(Buffer.compare(read[compression](wrapped), bytes)).toBe(0);
    expect(inflateBody(wrapped, compression)).toEqual({bytes, finding: null});
  });
});
