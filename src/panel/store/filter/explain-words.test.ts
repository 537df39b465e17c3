import {expect, it} from 'vitest';
import {explainWords} from './explain-words';
import {isValues} from './parse-filter';

it.each([
  ['is:foo', '“is:foo” is not a filter word. After “is:” you can write error, '],
  ['name:a -is:erorr', '“is:erorr” is not a filter word.'],
  [
    'typ:x',
    '“typ:” is not a filter word, so “typ:x” is searched as text. Filter words are name, event, type, ',
  ],
  ['amy Uesr:766b', '“Uesr:” is not a filter word'],
])('says of %j what is not a filter word', (line, start) => {
  expect(explainWords(line)).toContain(start);
});

it.each([
  '',
  'amy',
  'name:a is:error',
  'is:errors',
  'IS:OK',
  'https://h.test/a',
  '10:30:00',
  'is:',
  '"typ:x"',
  '{"a":1}',
])('has nothing to say of %j', (line) => {
  expect(explainWords(line)).toBeNull();
});

it.each(isValues)('knows is:%s', (value) => {
  expect(explainWords(`is:${value}`)).toBeNull();
});
