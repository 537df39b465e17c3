import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {findCorrected, selectEvents} from './select-events';
import {type BatchPart, splitBatch} from './split-batch';

const odd = '{"n": 12345678901234567890, "n":1e400,\t"z" : -0, "s":"ü\\ud800"}';
const byteLength = (text: string) => new TextEncoder().encode(text).length;

function split(text: string, events: number | null, bytes: number | null): BatchPart[] {
  const result = splitBatch(text, {events, bytes});
  if (!result.ok) throw new Error(result.reason);
  return result.parts;
}

describe('splitBatch', () => {
  it('makes the fewest requests in order, with every event as it was written', () => {
    const text = `\uFEFF[\n  ${odd} ,\n  {"b":2},{"c":3}\n]\n`;
    expect(split(text, 2, null).map((part) => part.text)).toEqual([
      `\uFEFF[\n  ${odd} ,\n  {"b":2}\n]\n`,
      '\uFEFF[\n  {"c":3}\n]\n',
    ]);
  });

  it('leaves a batch within its limits as it is', () => {
    const text = `[ ${odd} ]`;
    expect(split(text, 1, byteLength(text))).toEqual([{text, first: 0, count: 1, bytes: byteLength(text)}]);
  });

  it('splits 1,001 events into 1,000 and one', () => {
    const text = `[${Array.from({length: 1001}, (_, index) => `{"i":${index}}`).join(',')}]`;
    expect(split(text, 1000, 2_000_000).map(({first, count}) => [first, count])).toEqual([
      [0, 1000],
      [1000, 1],
    ]);
  });

  it('fills a request exactly to its last byte, counted in UTF-8', () => {
    const text = '["ü","ü","ü"]';
    expect(split(text, null, byteLength('["ü","ü"]')).map((part) => part.text)).toEqual([
      '["ü","ü"]',
      '["ü"]',
    ]);
    expect(split(text, null, byteLength('["ü","ü"]') - 1)).toHaveLength(3);
  });

  it('names an event that no request can hold, and sends the others', () => {
    const text = `[1,"${'x'.repeat(50)}",3,4]`;
    expect(splitBatch(text, {events: null, bytes: 20})).toEqual({
      ok: true,
      parts: [
        {text: '[1]', first: 0, count: 1, bytes: 3},
        {text: '[3,4]', first: 2, count: 2, bytes: 5},
      ],
      tooLarge: [{index: 1, bytes: 54}],
    });
  });

  it('keeps the other members of an envelope, before and behind the list', () => {
    const text = `{"writeKey":"k", "batch": [${odd}, 2], "sentAt":12345678901234567890}`;
    expect(split(text, 1, 500_000).map((part) => part.text)).toEqual([
      `{"writeKey":"k", "batch": [${odd}], "sentAt":12345678901234567890}`,
      '{"writeKey":"k", "batch": [2], "sentAt":12345678901234567890}',
    ]);
  });

  it.each(['{}', '[]', '{"batch": []}', '3', '[1,', ''])('says that %j cannot be split', (text) => {
    expect(splitBatch(text, {events: 1, bytes: 1})).toMatchObject({ok: false});
  });

  it('never exceeds a limit, loses no event, and could not do with fewer requests', () => {
    const sizes = fc.array(fc.integer({min: 0, max: 30}), {minLength: 1, maxLength: 40});
    fc.assert(
      fc.property(
        sizes,
        fc.integer({min: 1, max: 6}),
        // The largest event alone, in its brackets, has 41 bytes.
        fc.integer({min: 41, max: 120}),
        (lengths, events, bytes) => {
          const texts = lengths.map((length, index) => `{"${index}":"${'x'.repeat(length)}"}`);
          const parts = split(`[${texts.join(', ')}]`, events, bytes);
          expect(parts.flatMap((part) => JSON.parse(part.text) as unknown[])).toEqual(
            texts.map((text) => JSON.parse(text) as unknown),
          );
          for (const [index, part] of parts.entries()) {
            expect(part.count).toBeLessThanOrEqual(events);
            expect(byteLength(part.text)).toBe(part.bytes);
            expect(part.bytes).toBeLessThanOrEqual(bytes);
            // The next event would not have fitted: an earlier split would not help, since the order is fixed.
            const next = parts[index + 1];
            if (next === undefined) continue;
            const wouldBe = part.bytes + 2 + byteLength(texts[next.first] ?? '');
            expect(part.count === events || wouldBe > bytes).toBe(true);
          }
        },
      ),
    );
  });
});

describe('selectEvents', () => {
  const text = ` [${odd},\n {"b":2} , {"c":3}]`;

  it.each<[number[], string | null]>([
    [[0, 1, 2], text],
    [[0], ` [${odd}]`],
    [[2], ' [{"c":3}]'],
    [[2, 0, 0, 9], ` [${odd} , {"c":3}]`],
    [[], null],
    [[9], null],
  ])('keeps %j byte for byte', (indexes, kept) => {
    expect(selectEvents(text, indexes)).toBe(kept);
  });

  it('takes a bare object for event 0, and keeps an envelope', () => {
    expect(selectEvents(odd, [0])).toBe(odd);
    expect(selectEvents(odd, [1])).toBeNull();
    expect(selectEvents('{"batch":[1,2],"x":1}', [1])).toBe('{"batch":[2],"x":1}');
    expect(selectEvents('nothing', [0])).toBeNull();
  });
});

describe('findCorrected', () => {
  it.each([
    ['[1,2,3]', '[1, 9 ,3]', [1]],
    ['[1,2,3]', '[3,1]', []],
    ['[1]', '[1,1]', [1]],
    ['{"a":1}', '{"a":2}', [0]],
    ['{"a":1}', ' {"a":1} ', []],
  ])('of %s and %s names %j', (original, draft, indexes) => {
    expect(findCorrected(original, draft)).toEqual(indexes);
  });
});
