import {describe, expect, it} from 'vitest';
import {findEvents, toEventText} from './haystack';
import {anEvent} from './test-support/an-inspection';

const texts = ['first Łódź', 'second', 'third first', ''];
const searched = toEventText(
  texts.map((text, index) => anEvent({index, value: {properties: {city: text}}})),
  ({index}) => (index === 1 ? ['bad-date'] : []),
);

describe('the searched text of a batch', () => {
  it.each([
    ['first', [0, 2]],
    ['łódź', [0]],
    ['bad-date', [1]],
    ['city', [0, 1, 2, 3]],
    ['properties', []],
    ['firstsecond', []],
    ['none of it', []],
  ])('finds %j in the events %j', (value, events) => {
    expect(findEvents(searched, value)).toEqual(events);
  });

  it('is bounded, however long an event is', () => {
    const long = {properties: {a: 'x'.repeat(1_000_000), b: Array.from({length: 100_000}, () => 'y')}};
    expect(toEventText([anEvent({value: long})], () => []).text.length).toBeLessThan(1500);
  });
});
