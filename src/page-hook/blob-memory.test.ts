import {describe, expect, it} from 'vitest';
import {createBlobMemory} from './blob-memory';

/** A page's global object with a Blob of its own, so that the test runner's is left alone. */
function buildPage(): typeof globalThis {
  const OwnBlob = class Blob extends globalThis.Blob {};
  return {...globalThis, Blob: OwnBlob} as unknown as typeof globalThis;
}

describe('a Blob in a hooked page', () => {
  const page = buildPage();
  const before = page.Blob;
  const {contentOf, read} = createBlobMemory(page);

  it('looks as it did before', () => {
    expect([page.Blob.name, page.Blob.length]).toEqual([before.name, before.length]);
    const blob = new page.Blob(['x'], {type: 'text/plain'});
    expect([blob.size, blob.type, blob instanceof page.Blob, blob instanceof before]).toEqual([
      1,
      'text/plain',
      true,
      true,
    ]);
    expect(blob.constructor).toBe(page.Blob);
    expect(() => Reflect.apply(page.Blob, undefined, [])).toThrow(TypeError);
  });

  it('can be a base class', () => {
    class Named extends page.Blob {}
    expect(new Named(['x'])).toBeInstanceOf(Named);
  });

  const parts: [string, BlobPart[], string][] = [
    ['text', ['[', 'ä€😀', ']'], '[ä€😀]'],
    [
      'bytes',
      [new Uint8Array([91, 49]), new Uint8Array([93]).buffer, new DataView(new ArrayBuffer(0))],
      '[1]',
    ],
    ['a Blob', [new page.Blob(['[1']), ']'], '[1]'],
    ['nothing', [], ''],
  ];
  it.each(parts)('tells its content when made of %s', (_, list, text) => {
    expect(contentOf(new page.Blob(list))).toEqual(new TextEncoder().encode(text));
  });

  it('can be read later when its content is not known', async () => {
    const bytes = await new Promise((resolve) => read(new before(['x']), resolve));
    expect(bytes).toEqual(new TextEncoder().encode('x'));
  });

  it('keeps the bytes as they were when it was made', () => {
    const bytes = new Uint8Array([49]);
    const blob = new page.Blob([bytes]);
    bytes[0] = 50;
    expect(contentOf(blob)).toEqual(new Uint8Array([49]));
  });

  it.each([
    ['made of what is not known', () => new page.Blob([new before(['x'])])],
    ['too large', () => new page.Blob(['x'.repeat(1_000_001)])],
    ['made of what becomes text only then', () => new page.Blob([1 as unknown as string])],
  ])('tells nothing when %s', (_, make) => expect(contentOf(make())).toBeNull());
});
