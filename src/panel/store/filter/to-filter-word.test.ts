import fc from 'fast-check';
import {expect, it} from 'vitest';
import {toLogEntry} from '../log/log-entry';
import {aRequest} from '../test-support/a-request';
import {anEvent, anInspection} from '../test-support/an-inspection';
import {readExact} from './exact-value';
import {matchEntry} from './matches-filter';
import {parseFilter} from './parse-filter';
import {addFilterWord, toExactWord, toFilterWord} from './to-filter-word';

it.each([
  ['invite_sent', 'name:invite_sent'],
  ['Amy Frank', 'name:"Amy Frank"'],
  ['say "hello there" twice', 'name:"hello there"'],
  ['https://h.test/a', 'name:https://h.test/a'],
  ['url:', 'name:"url:"'],
  ['first line\r\nnext', 'name:"first line"'],
  ['=7', 'name:7'],
  ['', null],
  ['""', null],
])('%j is found by %j', (value, word) => {
  expect(toFilterWord('name', value)).toBe(word);
});

it('finds every value from which it is made', () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      const word = toFilterWord('user', value);
      if (word === null) return /^=*["\r\n]*$/.test(value);
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
  ['user:"=a b', 'is:error', 'user:"=a b" is:error'],
])('adds to %j the word %s once', (line, word, next) => {
  expect(addFilterWord(line, word)).toBe(next);
});

it.each([
  ['Signed Up', 'user:"=Signed Up"'],
  ['say "hi"', 'user:"=say \\u0022hi\\u0022"'],
  ['Signed\nUp', 'user:=Signed\\nUp'],
  ['u_1:', 'user:"=u_1:"'],
  ['C:\\a.*[b]', 'user:=C:\\\\a.*[b]'],
  ['=', 'user:=='],
  ['', 'user:"="'],
])('%j alone is found by %s', (value, word) => {
  expect(toExactWord('user', value)).toBe(word);
});

const aPart = fc.constantFrom(
  '',
  ' ',
  '"',
  '\\',
  ':',
  '=',
  '-',
  '\n',
  'u_1',
  'U_1',
  '.*',
  'e\u0301',
  '\u00e9',
  '\ud800',
);
const aValue = fc.oneof(
  fc.array(aPart, {maxLength: 4}).map((parts) => parts.join('')),
  fc.string({unit: 'binary'}),
);
const fields = ['name', 'user', 'group', 'page'] as const;

it('finds the value from which it is made, and no other, beside any other words', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...fields),
      aValue,
      aValue,
      fc.constantFrom('', '"a b" ', '-is:ok '),
      (field, value, other, before) => {
        const word = toExactWord(field, value);
        expect(word).not.toMatch(/[\r\n]/);
        const line = addFilterWord(addFilterWord(before, word), 'is:error');
        const term = parseFilter(line).at(-2);
        expect(term && readExact(term)).toBe(value);
        for (const [sent, found] of [
          [value, true],
          [other, other === value],
        ] as const) {
          const event = anEvent({name: sent, user: sent, group: sent});
          const entry = toLogEntry(aRequest(), anInspection({events: [event]}), 0);
          const shown = {...entry, page: sent};
          for (const minus of ['', '-'])
            expect(matchEntry(shown, parseFilter(minus + word), 'all') !== null).toBe(
              found !== (minus === '-'),
            );
        }
      },
    ),
  );
});
