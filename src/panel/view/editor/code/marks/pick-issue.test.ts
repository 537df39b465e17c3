import {describe, expect, it} from 'vitest';
import {pickIssue, pickNextIssue} from './pick-issue';

type Severity = 'error' | 'warning' | 'info';
const aMark = (name: string, from: number, to: number, severity: Severity = 'error') => ({
  name,
  from,
  to,
  severity,
});

/** Line 1 is 0 to 100, line 2 is 101 to 200, line 3 is 201 to 300. */
const lines = [
  {from: 0, to: 100},
  {from: 101, to: 200},
  {from: 201, to: 300},
] as const;
const marks = [
  aMark('event', 0, 90),
  aMark('user', 10, 20, 'warning'),
  aMark('hint', 60, 70, 'info'),
  aMark('best', 75, 80),
  aMark('hint', 75, 80, 'info'),
  aMark('note', 110, 120, 'info'),
  aMark('time', 150, 160),
  aMark('email', 210, 220),
  aMark('name', 240, 250, 'warning'),
];
const fixable = (name: string) => name !== 'note' && name !== 'hint';

describe('the issue that a command at the cursor is about', () => {
  it.each<[position: number, line: 0 | 1 | 2, found: string]>([
    [15, 0, 'user'],
    [10, 0, 'user'],
    [20, 0, 'user'],
    [50, 0, 'event'],
    [65, 0, 'not-fixable'],
    [77, 0, 'best'],
    [95, 0, 'several'],
    [115, 1, 'not-fixable'],
    [155, 1, 'time'],
    [102, 1, 'time'],
    [215, 2, 'email'],
    [230, 2, 'several'],
  ])('at %i is %3$s', (position, line, found) => {
    const picked = pickIssue(marks, {position, line: lines[line]}, ({name}) => fixable(name));
    expect(picked.state === 'found' ? picked.mark.name : picked.state).toBe(found);
  });

  it('is none where its line has none, however many stand elsewhere', () => {
    expect(pickIssue(marks, {position: 310, line: {from: 301, to: 400}}, () => true)).toEqual({
      state: 'none',
    });
  });
});

describe('the next issue', () => {
  it.each<[from: number, to: number, direction: 'next' | 'previous', name: string]>([
    [0, 0, 'next', 'event'],
    [0, 90, 'next', 'user'],
    [20, 20, 'next', 'best'],
    [112, 112, 'next', 'time'],
    [240, 250, 'next', 'event'],
    [290, 290, 'next', 'event'],
    [150, 160, 'previous', 'best'],
    [0, 0, 'previous', 'name'],
  ])('from %i to %i, %s, is %s', (from, to, direction, name) => {
    expect(pickNextIssue(marks, {from, to}, direction)?.name).toBe(name);
  });

  it('is none where there is information only', () => {
    expect(pickNextIssue([aMark('note', 1, 2, 'info')], {from: 0, to: 0}, 'next')).toBeUndefined();
  });
});
