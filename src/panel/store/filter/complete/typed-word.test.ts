import {describe, expect, it} from 'vitest';
import {readTypedWord} from './typed-word';

/** `|` is the caret. */
function read(marked: string) {
  const caret = marked.indexOf('|');
  const {from, to, ...word} = readTypedWord(marked.replace('|', ''), caret);
  return {...word, whole: marked.replace('|', '').slice(from, to)};
}

describe('the word of the filter line at the caret', () => {
  it.each([
    ['sig|', {field: null, text: 'sig', whole: 'sig'}],
    ['is:error Sig|ned x', {field: null, text: 'sig', whole: 'Signed'}],
    ['name:|', {field: 'name', text: '', whole: 'name:'}],
    ['NAME:Sig|', {field: 'name', text: 'sig', whole: 'NAME:Sig'}],
    ['-is:|err', {field: 'is', text: '', negated: true, whole: '-is:err'}],
    ['-|', {field: null, text: '', negated: true, whole: '-'}],
    ['rule:"Signed U|p"', {field: 'rule', text: 'signed u', whole: 'rule:"Signed Up"'}],
    ['x rule:"Signed U|', {field: 'rule', text: 'signed u', whole: 'rule:"Signed U'}],
    ['prop:pl|', {field: 'prop', text: 'pl', whole: 'prop:pl'}],
    ['prop:plan=|', {field: 'prop', property: 'plan', text: '', whole: 'prop:plan='}],
    ['prop:plan="free t|', {field: 'prop', property: 'plan', text: 'free t', whole: 'prop:plan="free t'}],
    [
      'prop:"Plan Name=fr|"',
      {field: 'prop', property: 'plan name', text: 'fr', whole: 'prop:"Plan Name=fr"'},
    ],
    ['user:=A|', {field: 'user', text: 'a', exact: true, whole: 'user:=A'}],
    ['user:"=A b|" x', {field: 'user', text: 'a b', exact: true, whole: 'user:"=A b"'}],
    ['code:=a|', {field: 'code', text: '=a', whole: 'code:=a'}],
    ['name:a=b|', {field: 'name', text: 'a=b', whole: 'name:a=b'}],
    ['https://a|', {field: null, text: 'https://a', whole: 'https://a'}],
    ['a |b', {field: null, text: '', whole: ''}],
    ['a b |', {field: null, text: '', whole: ''}],
    ['|', {field: null, text: '', whole: ''}],
  ])('of %j is %j', (line, word) => {
    expect(read(line)).toEqual({negated: false, property: null, exact: false, ...word});
  });
});
