import {describe, expect, it} from 'vitest';
import type {JsonValue} from '../../json/json-value';
import type {FixContext} from '../fixes/quick-fix';
import {applyFix} from '../fixes/quick-fixes';
import {removeEmpty} from '../remove-empty';

const odd = '"n":12345678901234567890,"n":1';

function toContext(text: string): FixContext {
  const value = JSON.parse(text) as JsonValue;
  const count = Array.isArray(value) ? value.length : 0;
  return {
    text,
    value,
    events: Array.from({length: count}, (_, index) => ({pointer: `/${index}`})),
    now: '2026-04-30T12:00:00.000Z',
    newUuid: () => 'uuid',
    sessionGroups: [],
  };
}

describe('removeEmpty', () => {
  it('removes null and "" from properties, and keeps everything else', () => {
    const text = `[{"user_id":"","properties":{"a":null,${odd},"b/c":"","d":0,"e":[]}},{"traits":{"x":null}}]`;
    const fix = removeEmpty(toContext(text));
    expect(fix?.title).toBe('Remove 3 empty properties');
    expect(fix && applyFix(text, fix)).toBe(
      `[{"user_id":"","properties":{${odd},"d":0,"e":[]}},{"traits":{}}]`,
    );
  });

  it('is null where nothing is empty', () => {
    expect(removeEmpty(toContext('[{"properties":{"a":1}},3]'))).toBeNull();
  });
});
