import fc from 'fast-check';
import {expect, it} from 'vitest';
import {parseFilter} from './parse-filter';
import {addFilterWord, toFilterWord, toNameWord} from './to-filter-word';

it.each([
  ['invite_sent', 'name:invite_sent'],
  ['Amy Frank', 'name:"Amy Frank"'],
  ['say "hello there" twice', 'name:"hello there"'],
  ['https://h.test/a', 'name:https://h.test/a'],
  ['url:', 'name:"url:"'],
  ['first line\r\nnext', 'name:"first line"'],
  ['', null],
  ['""', null],
])('%j is found by %j', (value, word) => {
  expect(toFilterWord('name', value)).toBe(word);
});

it('finds every value from which it is made', () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      const word = toFilterWord('user', value);
      if (word === null) return /^["\r\n]*$/.test(value);
      expect(word).not.toMatch(/[\r\n]/);
      const terms = parseFilter(word);
      expect(terms).toEqual([{field: 'user', value: expect.any(String), negated: false}]);
      return value
        .toLowerCase()
        .normalize('NFC')
        .includes(terms[0]?.value ?? '\0');
    }),
  );
});

it.each([
  ['', 'is:error', 'is:error'],
  ['is:error ', 'user:7', 'is:error user:7'],
  ['is:error user:7', 'is:error', 'is:error user:7'],
  ['is:errors', 'is:error', 'is:errors is:error'],
  ['user:7\tis:error', 'user:7', 'user:7\tis:error'],
  ['-is:error', 'is:error', '-is:error is:error'],
  ['"what is:error finds"', 'is:error', '"what is:error finds" is:error'],
  ['rule:"the type:page one"', 'type:page', 'rule:"the type:page one" type:page'],
  ['"sign up', 'user:7', '"sign up" user:7'],
  ['prop:plan="free trial', '-url:a', 'prop:plan="free trial" -url:a'],
  ['"a" b"c', 'user:7', '"a" b"c user:7'],
])('adds to %j the word %s once', (line, word, next) => {
  expect(addFilterWord(line, word)).toBe(next);
});

it.each([
  ['Signed Up', 'event:"Signed Up"'],
  ['say "hello there" twice', 'name:"hello there"'],
  ['Signed\nUp', 'name:Signed'],
  ['""', null],
])('the name %j alone is found by %s', (name, word) => {
  expect(toNameWord(name)).toBe(word);
});
