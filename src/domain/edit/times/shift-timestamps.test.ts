import {describe, expect, it} from 'vitest';
import type {JsonValue} from '../../json/json-value';
import type {FixContext} from '../fixes/quick-fix';
import {applyFix} from '../fixes/quick-fixes';
import {distanceToNow, shiftTimestamps} from './shift-timestamps';

function toContext(text: string, pointers: string[]): FixContext {
  return {
    text,
    value: JSON.parse(text) as JsonValue,
    events: pointers.map((pointer) => ({pointer})),
    now: '2026-04-30T12:00:00.000Z',
    newUuid: () => 'uuid',
    sessionGroups: [],
  };
}

describe('shiftTimestamps', () => {
  it('moves all times alike and keeps their digits, and everything else', () => {
    const text =
      '[{"timestamp":"2026-04-29T12:00:00.123456Z","n":12345678901234567890,"n":1},\n{"timestamp":"2026-04-28T12:00:00+02:00"},{"timestamp":17},{"timestamp":"soon"}]';
    const context = toContext(text, ['/0', '/1', '/2', '/3']);
    expect(distanceToNow(context)).toBe(86_400_000);
    const fix = shiftTimestamps(context, 86_400_000);
    expect(fix?.title).toBe('Shift 2 timestamps');
    expect(fix && applyFix(text, fix)).toBe(
      '[{"timestamp":"2026-04-30T12:00:00.123456Z","n":12345678901234567890,"n":1},\n{"timestamp":"2026-04-29T10:00:00Z"},{"timestamp":17},{"timestamp":"soon"}]',
    );
  });

  it('moves the times of an envelope along', () => {
    const text = '{"batch":[{"timestamp":"2026-04-30T11:00:00Z"}],"sentAt":"2026-04-30T11:00:01Z"}';
    const fix = shiftTimestamps(toContext(text, ['/batch/0']), 1000);
    expect(fix && applyFix(text, fix)).toBe(
      '{"batch":[{"timestamp":"2026-04-30T11:00:01Z"}],"sentAt":"2026-04-30T11:00:02Z"}',
    );
  });

  it('has nothing to do where no time is written', () => {
    expect(shiftTimestamps(toContext('[{}]', ['/0']), 1)).toBeNull();
    expect(distanceToNow(toContext('[{}]', ['/0']))).toBeNull();
  });
});
