import {expect, it} from 'vitest';
import {toFieldName} from './to-field-name';

it.each([
  ['', 'the event'],
  ['/properties/user_email', 'properties.user_email'],
  ['/traits/a~1b/~0', 'traits.a/b.~'],
  ['/', '""'],
  ['/properties/', 'properties.""'],
  ['//a', '"".a'],
  ['/a/b/c/d/e/f/g/h/i/j', 'a.b.c.d.e.f.g.h.i.j'],
  ['/a/b/c/d/e/f/g/h/i/j/k', '….b.c.d.e.f.g.h.i.j.k'],
  [`${'/a'.repeat(200)}/last`, '….a.a.a.a.a.a.a.a.a.last'],
  [`/${'k'.repeat(61)}`, `${'k'.repeat(60)}…`],
  [`/${'k'.repeat(59)}😀`, `${'k'.repeat(59)}…`],
])('%j is called %s', (pointer, name) => {
  expect(toFieldName(pointer)).toBe(name);
});
