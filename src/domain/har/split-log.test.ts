import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createLogSplitter} from './split-log';

const bytes = (text: string) => new TextEncoder().encode(text);

function split(text: string, size = text.length + 1) {
  const members: [string, unknown][] = [];
  const splitter = createLogSplitter((list, member) => members.push([list, JSON.parse(member)]));
  const all = bytes(text);
  for (let at = 0; at < all.length; at += size) splitter.push(all.subarray(at, at + size));
  return {members, isWhole: splitter.end() === 'whole'};
}

/** The members that JSON.parse finds in the same text. */
function parse(text: string): [string, unknown][] {
  const {pages = [], entries = []} = JSON.parse(text).log;
  const order = text.indexOf('"pages"') < text.indexOf('"entries"') ? {pages, entries} : {entries, pages};
  return Object.entries(order).flatMap(([list, items]: [string, unknown[]]) =>
    items.map((item): [string, unknown] => [list, typeof item === 'object' ? item : null]),
  );
}

describe('a log is taken apart', () => {
  const odd = {a: ['}', ']', '{"log":{"entries":[1]}}', '\\', '"', 'ü😀'], log: {entries: [{}]}};
  it.each<[string, unknown]>([
    ['nothing', {log: {entries: []}}],
    [
      'pages first',
      {log: {version: '1.2', creator: {name: 'x', version: '1'}, pages: [{id: 1}], entries: [odd, odd]}},
    ],
    ['pages last', {log: {entries: [odd], pages: [{id: 'p', entries: [1]}]}}],
    [
      'lists elsewhere',
      {entries: [1], x: {entries: [{}]}, log: {creator: {entries: [{}]}, entries: [{b: 1}]}},
    ],
    ['members that are nothing', {log: {entries: [null, 1, {c: 1}, 'x', true, [], -1.5]}}],
  ])('%s', (_name, log) => {
    for (const text of [JSON.stringify(log), JSON.stringify(log, null, 2), `\ufeff${JSON.stringify(log)}`]) {
      for (const size of [1, 2, 3, 7, 64, 100_000]) {
        const found = split(text, size);
        expect(found.members).toEqual(parse(text.replace('\ufeff', '')));
        expect(found.isWhole).toBe(true);
      }
    }
  });

  it('any log, in pieces of any size', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue()),
        fc.array(fc.jsonValue()),
        fc.integer({min: 1, max: 50}),
        (pages, entries, size) => {
          const text = JSON.stringify({log: {pages, entries}});
          expect(split(text, size)).toEqual({members: parse(text), isWhole: true});
        },
      ),
    );
  });

  it.each([
    '',
    '{',
    '[]',
    '{"log":{}}',
    '{"log":{"pages":[]}}',
    '{"log":{"entries":[',
    '{"log":{"entries":[{}]',
    '"log',
  ])('%j is not whole', (text) => {
    expect(split(text).isWhole).toBe(false);
  });
});
