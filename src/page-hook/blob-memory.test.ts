import {afterAll, describe, expect, it} from 'vitest';
import {createBlobMemory} from './blob-memory';
import {buildHookedPage} from './build-page';
import {createDisguise} from './disguise';

const original = Blob.prototype.constructor;
afterAll(() => {
  Blob.prototype.constructor = original;
});

function hook() {
  const {page, natives} = buildHookedPage();
  const before = page.Blob;
  const text = page.Function.prototype.toString.call(before);
  const memory = createBlobMemory(page, natives, createDisguise(page, natives));
  return {page, before, text, memory};
}

/** A function that returns these texts one after the other. */
function counter(...texts: string[]): () => string | undefined {
  return () => texts.shift();
}

describe('a Blob in a hooked page', () => {
  const {page, before, text, memory} = hook();
  const {contentOf, read} = memory;

  it('looks as it did before', () => {
    expect([page.Blob.name, page.Blob.length]).toEqual([before.name, before.length]);
    expect(page.Function.prototype.toString.call(page.Blob)).toBe(text);
    expect(Object.getPrototypeOf(page.File)).toBe(page.Blob);
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
    ['a part of a buffer', [new DataView(new Uint8Array([0, 91, 93, 0]).buffer, 1, 2)], '[]'],
    ['wider numbers', [new Uint16Array([0x5d5b])], '[]'],
    ['a Blob', [new page.Blob(['[1']), ']'], '[1]'],
    ['nothing', [], ''],
  ];
  it.each(parts)('tells its content when made of %s', (_, list, content) => {
    expect(contentOf(new page.Blob(list))).toEqual(new TextEncoder().encode(content));
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
    [
      'made of parts with getters',
      () => new page.Blob(Object.defineProperty(['1'], 0, {get: counter('x', 'y')})),
    ],
    [
      'made by an iterator of its list',
      () => new page.Blob(Object.assign(['1'], {[Symbol.iterator]: () => ['x'].values()})),
    ],
    [
      'made by an iterator of a list of another kind',
      () => {
        class Parts extends Array<string> {
          override [Symbol.iterator]() {
            return ['x'].values();
          }
        }
        return new page.Blob(Parts.of('1'));
      },
    ],
    ['made of a list with holes', () => new page.Blob(Object.assign([], {length: 9}))],
    ['made of a very long list', () => new page.Blob(Array.from({length: 10_001}, () => '1'))],
    ['of text whose line ends the browser changes', () => new page.Blob(['1\r'], {endings: 'native'})],
  ])('tells nothing when %s', (_, make) => expect(contentOf(make())).toBeNull());

  it.each([
    ['all lists', Array.prototype, Symbol.iterator],
    ['iterators of lists', Object.getPrototypeOf([].values()), 'next'],
  ])('tells nothing when the page has changed %s', (_, owner, key) => {
    const original = Object.getOwnPropertyDescriptor(owner, key);
    let blob: Blob | undefined;
    try {
      Object.defineProperty(owner, key, {
        ...original,
        value(this: unknown) {
          return original?.value.call(this);
        },
      });
      blob = new page.Blob(['1']);
    } finally {
      Object.defineProperty(owner, key, original ?? {});
    }
    expect(contentOf(blob)).toBeNull();
  });

  it('has the parts that its list had when the browser read it', () => {
    const list = ['1'];
    const options = {
      get type() {
        list[0] = '2';
        return '';
      },
    };
    expect(contentOf(new page.Blob(list, options))).toEqual(new Uint8Array([49]));
  });

  it('reads nothing of its list twice', () => {
    const read = (make: typeof Blob) => {
      const asked: string[] = [];
      const part = {toString: () => `${asked.push('text')}`};
      const list = Object.defineProperty([part], 1, {get: () => asked.push('getter')});
      const watched = new Proxy(list, {
        get(target, key) {
          asked.push(String(key));
          return Reflect.get(target, key);
        },
      });
      new make(list as never);
      new make(watched as never);
      return asked;
    };
    expect(read(page.Blob)).toEqual(read(before));
  });
});

describe('hundreds of Blobs', () => {
  it('have the oldest forgotten, so that no more than 16 MB are kept', () => {
    const {page, memory} = hook();
    const blobs = Array.from({length: 30}, (_, index) => new page.Blob([String(index % 10).repeat(999_000)]));
    const known = blobs.map((blob) => memory.contentOf(blob)?.length ?? 0);
    expect(known.reduce((sum, size) => sum + size, 0)).toBe(16 * 999_000);
    expect(known.slice(0, 14)).toEqual(Array.from({length: 14}, () => 0));
  });
});

describe('a page that breaks everything the hook uses', () => {
  it('gets its Blobs, and the hook their content', () => {
    const {page, memory} = hook();
    const asked: string[] = [];
    const trap = (name: string) => ({
      configurable: true,
      get() {
        asked.push(name);
        throw new Error(name);
      },
    });
    Object.defineProperties(page, {Reflect: trap('Reflect'), Uint8Array: trap('Uint8Array')});
    const {isArray} = Array;
    Array.isArray = (() => asked.push('isArray')) as unknown as typeof isArray;
    let blob: Blob;
    let content: Uint8Array | null;
    try {
      const list = ['[1', new Uint8Array([93])];
      blob = new page.Blob(list);
      content = memory.contentOf(blob);
    } finally {
      Array.isArray = isArray;
    }
    expect(content).toEqual(new TextEncoder().encode('[1]'));
    expect(asked).toEqual([]);
  });
});
