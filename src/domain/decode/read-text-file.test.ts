import {expect, it} from 'vitest';
import {readTextFile} from './read-text-file';

const text = '{"golden": 1, "name": "é😀"}';
const wide = (isBig: boolean) =>
  Uint8Array.from(
    `\ufeff${text}`.split('').flatMap((char) => {
      const code = char.charCodeAt(0);
      return isBig ? [code >> 8, code & 0xff] : [code & 0xff, code >> 8];
    }),
  );

it.each<[string, Uint8Array<ArrayBuffer>]>([
  ['UTF-8', new TextEncoder().encode(text)],
  ['UTF-16', wide(false)],
  ['UTF-16, big end first', wide(true)],
])('reads a file in %s', async (_, bytes) => {
  expect(await readTextFile({arrayBuffer: () => Promise.resolve(bytes.buffer)})).toBe(text);
});
