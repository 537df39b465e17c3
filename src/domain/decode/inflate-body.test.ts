import {deflateSync, gzipSync, zlibSync} from 'fflate';
import {describe, expect, it} from 'vitest';
import {joinBytes} from '../bytes/join-bytes';
import type {BodyFinding, Compression} from './body-finding';
import {inflateBody} from './inflate-body';

const compress: Record<Compression, (bytes: Uint8Array) => Uint8Array> = {
  gzip: gzipSync,
  deflate: zlibSync,
  'deflate-raw': deflateSync,
};
const kinds: Compression[] = ['gzip', 'deflate', 'deflate-raw'];
const numbers = Uint8Array.from({length: 20_000}, (_, index) => (index * index) >> 7);

describe('inflateBody', () => {
  it.each(kinds)('gives the bytes of %s back', (kind) => {
    expect(inflateBody(compress[kind](numbers), kind)).toEqual({bytes: numbers, finding: null});
  });

  it.each(kinds)('stops %s at the limit and keeps what came before', (kind) => {
    const result = inflateBody(compress[kind](numbers), kind, {limit: 1000});
    expect(result).toEqual({
      bytes: numbers.slice(0, 1000),
      finding: {code: 'inflated-too-large', limit: 1000},
    });
  });

  it.each(kinds)('calls %s that breaks off damaged, unless it is known to be a part', (kind) => {
    const compressed = compress[kind](numbers);
    const part = compressed.subarray(0, compressed.length / 2);
    expect(inflateBody(part, kind).finding).toEqual({code: 'compressed-body-damaged', actual: kind});
    const {bytes, finding} = inflateBody(part, kind, {isPartial: true});
    expect(finding).toBeNull();
    expect(bytes.length).toBeGreaterThan(1000);
    expect(bytes).toEqual(numbers.slice(0, bytes.length));
  });

  it.each<Compression>(['gzip', 'deflate'])('calls %s damaged whose checksum does not match', (kind) => {
    const compressed = compress[kind](numbers);
    const at = compressed.length - 5 + (kind === 'deflate' ? 4 : 0);
    compressed[at] = (compressed[at] ?? 0) ^ 1;
    expect(inflateBody(compressed, kind).finding).toEqual({code: 'compressed-body-damaged', actual: kind});
  });

  it('compares the checksum of each member of gzip', () => {
    const first = gzipSync(numbers.subarray(0, 900), {level: 0, mtime: 0});
    const second = gzipSync(numbers.subarray(900), {mtime: 0});
    const whole = joinBytes([first, second, gzipSync(new Uint8Array(0))]);
    const damaged: BodyFinding = {code: 'compressed-body-damaged', actual: 'gzip'};
    expect(inflateBody(whole, 'gzip')).toEqual({bytes: numbers, finding: null});
    const changed = whole.slice();
    changed[100] = (changed[100] ?? 0) ^ 1;
    expect(inflateBody(changed, 'gzip').finding).toEqual(damaged);
    expect(inflateBody(changed.subarray(0, first.length + 500), 'gzip', {isPartial: true}).finding).toEqual(
      damaged,
    );
    const part = whole.subarray(0, first.length + second.length - 2);
    expect(inflateBody(part, 'gzip').finding).toEqual(damaged);
    expect(inflateBody(part, 'gzip', {isPartial: true}).finding).toBeNull();
  });

  it('reads gzip members that end anywhere in a step', () => {
    for (let length = 4_050; length < 4_100; length++) {
      const member = gzipSync(numbers.subarray(0, length), {level: 0});
      const twice = joinBytes([member, member]);
      expect(inflateBody(twice, 'gzip').finding).toBeNull();
      expect(inflateBody(twice, 'gzip').bytes).toHaveLength(2 * length);
    }
  });

  it.each(kinds)('calls %s without a byte damaged', (kind) => {
    expect(inflateBody(new Uint8Array(0), kind).finding).not.toBeNull();
  });
});
