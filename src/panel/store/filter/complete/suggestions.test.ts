import {describe, expect, it} from 'vitest';
import {parseFilter} from '../parse-filter';
import {putWord, toSuggestions, toValueQuestion} from './suggestions';
import {readTypedWord} from './typed-word';

const words = (line: string, values: Parameters<typeof toSuggestions>[1] = []) =>
  toSuggestions(readTypedWord(line, line.length), values).map(({word, count}) => [word, count]);

describe('the suggestions for a filter line', () => {
  it.each([
    ['us', [['user:', null]]],
    ['-pl', [['plan:', null]]],
    ['zzz', []],
    ['user:', []],
  ])('after %j are filter words: %j', (line, expected) => {
    expect(words(line)).toEqual(expected);
  });

  it.each([
    ['sig', {field: 'event', value: 'Signed Up', count: 3}, 'event:"Signed Up"'],
    ['prop:pl', {field: 'prop', value: 'plan', count: 3}, 'prop:plan'],
    ['prop:plan=', {field: 'prop', value: 'trial', count: 3}, 'prop:plan=trial'],
    ['prop:plan=', {field: 'prop', value: 'free trial', count: 3}, 'prop:"plan=free trial"'],
    ['prop:plan=', {field: 'prop', value: 'a "b" c', count: 3}, 'prop:"plan=a "'],
    ['x', {field: 'event', value: '<img src="x">', count: 3}, 'name:"=<img src=\\u0022x\\u0022>"'],
    ['user:=a', {field: 'user', value: 'amy "x"', count: 3}, 'user:"=amy \\u0022x\\u0022"'],
    ['user:"=a', {field: 'user', value: 'amy', count: 3}, 'user:=amy'],
    ['is:', {field: 'is', value: 'error', count: 3}, 'is:error'],
  ] as const)('after %j are values of the log, %j as %j', (line, value, word) => {
    expect(words(line, [value])).toEqual([[word, 3]]);
    expect(parseFilter(word)).toHaveLength(1);
  });

  it.each([
    ['prop:', 'a "b'],
    ['prop:plan=', '"b"'],
    ['prop:a"b=', 'x'],
  ])('after %j are none of what no word finds: %j', (line, value) => {
    const typed = {...readTypedWord(line, line.length), ...(line.includes('"') && {property: 'a"b'})};
    expect(toSuggestions(typed, [{field: 'prop', value, count: 1}])).toEqual([]);
  });

  it('are not what is typed already', () => {
    expect(words('event:a', [{field: 'event', value: 'A', count: 1}])).toEqual([]);
    expect(words('prop:plan=a', [{field: 'prop', value: 'a', count: 1}])).toEqual([]);
  });

  it.each([
    ['a', ['event', 'code', 'rule', 'prop'], null],
    ['prop:a', ['prop'], null],
    ['prop:a=b', ['prop'], 'a'],
    ['status:4', ['status'], null],
  ])('after %j ask the log for values of %j', (line, fields, property) => {
    expect(toValueQuestion(readTypedWord(line, line.length))).toMatchObject({fields, property});
  });

  it.each(['', 'after:2026', 'before:'])('after %j ask the log for nothing', (line) => {
    expect(toValueQuestion(readTypedWord(line, line.length))).toBeNull();
  });

  it('take the place of the whole typed word, and keep its minus', () => {
    expect(putWord('a -na:x b', readTypedWord('a -na:x b', 4), 'name:')).toEqual({
      line: 'a -name: b',
      caret: 8,
    });
  });
});
