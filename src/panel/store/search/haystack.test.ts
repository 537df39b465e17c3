import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {propertyOptions} from '../../../domain/testing/property-options';
import {anEvent} from '../test-support/an-inspection';
import {findEvents, toEventText} from './haystack';
import {toSearchable} from './to-searchable';

const texts = ['first Łódź', 'second', 'third first', '', 'second'];
const searched = toEventText(
  texts.map((text, index) => anEvent({index, value: {properties: {city: text}}})),
  ({index}) => (index === 1 ? ['bad-date'] : []),
);

describe('the searched text of a batch', () => {
  it.each([
    ['first', [0, 2]],
    ['łódź', [0]],
    ['bad-date', [1]],
    ['city', 'all'],
    ['city second', [1, 4]],
    ['secondcity', []],
    ['properties', []],
    ['firstsecond', []],
    ['none of it', []],
  ])('finds %j in the events %j', (value, events) => {
    expect(findEvents(searched, value)).toEqual(events);
  });

  it('finds in each event what is in it, whatever events have in common, in any script', () => {
    const word = fc.constantFrom('a', 'ab', 'b', 'İ', 'ΑΣ', 'i̇', 'é', 'e\u0301', '\u0301', 'plan', 'x y');
    const value = fc.dictionary(word, fc.oneof(word, fc.array(word), fc.dictionary(word, word)), {
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(fc.array(value), word, (values, wanted) => {
        const events = values.map((properties, index) => anEvent({index, value: {properties}}));
        const alone = events.filter(
          (event) =>
            findEvents(
              toEventText([event], () => []),
              toSearchable(wanted),
            ).length > 0,
        );
        const found = findEvents(
          toEventText(events, () => []),
          toSearchable(wanted),
        );
        const positions = found === 'all' ? events.map(({index}) => index) : found;
        expect(positions).toEqual(alone.map(({index}) => index));
      }),
      propertyOptions(20_000),
    );
  });

  it('has numbers as they were sent', () => {
    const event = anEvent({
      value: {properties: {list: [Number('12345678901234567890')]}},
      exact: new Map([['/properties/list/0', '12345678901234567890']]),
    });
    const {text} = toEventText([event], () => []);
    expect(text).toContain('12345678901234567890');
    expect(text).not.toContain('12345678901234567000');
  });

  it('is bounded, however long an event is', () => {
    const long = {properties: {a: 'x'.repeat(1_000_000), b: Array.from({length: 100_000}, () => 'y')}};
    expect(toEventText([anEvent({value: long})], () => []).text.length).toBeLessThan(1500);
  });
});
