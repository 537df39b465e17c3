import {describe, expect, it} from 'vitest';
import {toTextAnswer} from './text-answer';

const decode = (...bytes: number[]) => new TextDecoder().decode(Uint8Array.from(bytes));

describe('the body of a response', () => {
  it.each([
    ['a GIF', decode(0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0, 1, 0, 0x80, 0)],
    ['a PNG', decode(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
    ['a JPEG', decode(0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46)],
    ['a WebP', decode(0x52, 0x49, 0x46, 0x46, 0x24, 0, 0, 0, 0x57, 0x45, 0x42, 0x50)],
    ['gzip', decode(0x1f, 0x8b, 0x08, 0)],
    ['Protocol Buffers', decode(0x0a, 0x03, 0x61, 0x62, 0x63, 0x10, 0x01)],
    ['a late one', `${'a'.repeat(1444)}\0`],
  ])('is not kept if it is %s', (_, text) => {
    expect(toTextAnswer(text, {mimeType: 'image/gif'})).toEqual({kind: 'missing', reason: 'not-text'});
  });

  it.each([
    '{"success":true}',
    'a\tb\r\nc\fd',
    '\u001b[31mred',
    '\ufffd of another charset',
    '\ufeff[]',
    'é',
    `${'a'.repeat(1445)}\0`,
  ])('is kept if it is text: %j', (text) => {
    expect(toTextAnswer(text, {cut: true})).toEqual({kind: 'text', text, cut: true});
  });

  it('is empty without any', () => expect(toTextAnswer('')).toEqual({kind: 'missing', reason: 'empty'}));
});
