import {expect, it} from 'vitest';
import {anIssue} from '../../../store/test-support/an-inspection';
import {toMaskedWords} from './to-masked-words';

const token = `eyJ${'a'.repeat(20)}.eyJ${'b'.repeat(20)}.${'c'.repeat(20)}`;

it.each([
  ['a token wherever it is', '/properties/seen_at', token],
  ['the value of a field that is a credential', '/properties/password', 'geheim'],
])('the words of an issue do not quote %s', (_, pointer, value) => {
  const issue = anIssue({pointer, params: {value, kind: 'two-digit-year', facts: {readings: []}} as never});
  expect(JSON.stringify(toMaskedWords(issue))).not.toContain(value);
});

it('the words of any other issue stay', () => {
  expect(toMaskedWords(anIssue()).found).toContain('20-11-23');
});
