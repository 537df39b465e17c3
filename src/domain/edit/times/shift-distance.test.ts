import {describe, expect, it} from 'vitest';
import type {JsonValue} from '../../json/json-value';
import type {FixContext} from '../fixes/quick-fix';
import {applyFix} from '../fixes/quick-fixes';
import {type ShiftInput, toShiftDistance} from './shift-distance';
import {shiftTimestamps} from './shift-timestamps';

const untouched = '"n":12345678901234567890,"n":1e400';
const text = `[{"timestamp":"2026-04-29T12:00:00.123456Z",${untouched}},
{"timestamp":"2026-04-28T12:00:00+02:00"},{"timestamp":"soon"},{"timestamp":17}]`;
const context: FixContext = {
  text,
  value: JSON.parse(text) as JsonValue,
  events: ['/0', '/1', '/2', '/3'].map((pointer) => ({pointer})),
  now: '2026-04-30T12:00:00.000Z',
  newUuid: () => 'uuid',
  sessionGroups: [],
};

function shift(input: ShiftInput): string | null {
  const distance = toShiftDistance(context, input);
  const fix = distance === null ? null : shiftTimestamps(context, distance);
  return fix && applyFix(text, fix);
}

const shifted = (first: string, second: string) =>
  `[{"timestamp":"${first}",${untouched}},\n{"timestamp":"${second}"},{"timestamp":"soon"},{"timestamp":17}]`;

describe('shifting all timestamps', () => {
  it.each<[ShiftInput['kind'], string, string, string]>([
    ['by', '-1d 30min', '2026-04-28T11:30:00.123456Z', '2026-04-27T09:30:00Z'],
    ['by', '250ms', '2026-04-29T12:00:00.373456Z', '2026-04-28T10:00:00.250Z'],
    ['first', '2026-05-01T00:00:00Z', '2026-05-02T02:00:00.123456Z', '2026-05-01T00:00:00Z'],
    ['last', '2026-05-01T02:00:00+02:00', '2026-05-01T00:00:00.000456Z', '2026-04-29T21:59:59.877Z'],
  ])('%s %s moves them alike, and nothing else', (kind, wanted, first, second) => {
    expect(shift({kind, text: wanted})).toBe(shifted(first, second));
  });

  it.each<ShiftInput>([
    {kind: 'by', text: 'tomorrow'},
    {kind: 'by', text: '0h'},
    {kind: 'first', text: '2026-05-01T00:00:00'},
    {kind: 'last', text: '1d'},
    {kind: 'by', text: '9000000d'},
  ])('does nothing for $kind “$text”', (input) => {
    expect(shift(input)).toBeNull();
  });

  it('has no distance where no time is written', () => {
    expect(
      toShiftDistance({...context, events: []}, {kind: 'first', text: '2026-05-01T00:00:00Z'}),
    ).toBeNull();
  });
});
