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
  ['typ:"a b"', '“typ:” is not a filter word, so “typ:a b” is searched as text.'],
  ['is:oks', '“is:oks” is not a filter word.'],
  ['is:"foo"', '“is:foo” is not a filter word.'],
  ['status:4xx,5xx', '“status:4xx,5xx” is not a status. You can write 400, 4xx, '],
  ['status:ok', '“status:ok” is not a status.'],
  ['after:yesterday', '“after:yesterday” is not a time. Write it like after:2026-11-22T15:51.'],
  ['-before:15:51', '“before:15:51” is not a time. Write it like before:2026'],
  ['after:5', '“after:5” is not a time.'],
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
  'name:"a typ:x is:foo b"',
  'prop:plan="a typ:x b"',
  'status:4',
  'status:40 status:4XX status:pend status:queued',
  'after:2026-11-22',
  'before:"2026-11-22 15:51"',
  'is:warnings',
])('has nothing to say of %j', (line) => {
  expect(explainWords(line)).toBeNull();
});

it.each(isValues)('knows is:%s', (value) => {
  expect(explainWords(`is:${value}`)).toBeNull();
});
