import {expect, it} from 'vitest';
import {decideRedirects} from './decide-redirects';

const asked = {
  asked: true,
  way: 'extension',
  hasCredentials: true,
  hasCredentialsInBody: false,
  mayReach: true,
} as const;

it.each([
  ['not asked for', {asked: false}, false, null],
  ['asked for', {}, true, 'to another origin are sent without credential headers'],
  ['asked for, with a key in the body', {hasCredentialsInBody: true}, true, 'The body contains credentials'],
  [
    'asked for as the page, with a key in the body',
    {way: 'page', hasCredentials: false, hasCredentialsInBody: true},
    true,
    'The body contains credentials',
  ],
  [
    'asked for, without credentials',
    {hasCredentials: false, mayReach: false},
    true,
    'the browser’s own Origin',
  ],
  ['asked for, where no rule of ours holds', {mayReach: false}, false, 'without your permission'],
  ['asked for as the page', {way: 'page'}, false, 'sent as the page'],
  ['asked for as the page, without credentials', {way: 'page', hasCredentials: false}, true, null],
] as const)('redirects that are %s: %j', (_, situation, followed, told) => {
  const {note, ...decided} = decideRedirects({...asked, ...situation});
  expect(decided).toEqual({followed});
  if (told === null) expect(note).toBeNull();
  else expect(note).toContain(told);
});
