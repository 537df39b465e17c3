import {expect, it} from 'vitest';
import {decideKey, type KeyDecision, type KeyPress} from './decide-key';

const plain: KeyPress = {
  key: 'Escape',
  ctrl: false,
  meta: false,
  alt: false,
  shift: false,
  handled: false,
  composing: false,
  typing: false,
  open: false,
  covered: false,
};

it.each<[KeyDecision, Partial<KeyPress>]>([
  ['leave', {}],
  ['close', {open: true}],
  ['close', {open: true, typing: true}],
  ['keep', {open: true, handled: true}],
  ['leave', {open: true, composing: true}],
  ['leave', {open: true, shift: true}],
  ['leave', {open: true, ctrl: true}],
  ['filter', {key: 'f', ctrl: true}],
  ['filter', {key: 'f', meta: true}],
  ['filter', {key: 'F', ctrl: true}],
  ['filter', {key: 'f', ctrl: true, typing: true}],
  ['keep', {key: 'f', ctrl: true, typing: true, handled: true}],
  ['leave', {key: 'f', ctrl: true, shift: true}],
  ['leave', {key: 'f', ctrl: true, alt: true}],
  ['leave', {key: 'f'}],
  ['filter', {key: '/'}],
  ['filter', {key: '/', shift: true}],
  ['leave', {key: '/', typing: true}],
  ['leave', {key: '/', ctrl: true}],
  ['coverage', {key: 'c'}],
  ['leave', {key: 'c', typing: true}],
  ['leave', {key: 'c', ctrl: true}],
  ['leave', {key: 'c', meta: true}],
  ['leave', {key: 'C', shift: true}],
  ['help', {key: '?', shift: true}],
  ['leave', {key: '?', shift: true, typing: true}],
  ['leave', {key: '?', ctrl: true, shift: true}],
  ['keep', {key: 'ArrowDown', handled: true}],
  ['leave', {key: 'F12'}],
  ['close', {open: true, covered: true}],
  ['leave', {key: 'c', covered: true}],
  ['leave', {key: '/', covered: true}],
  ['leave', {key: 'f', ctrl: true, covered: true}],
])('%s: %j', (decision, press) => {
  expect(decideKey({...plain, ...press})).toBe(decision);
});
