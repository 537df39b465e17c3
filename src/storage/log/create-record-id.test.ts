import {afterEach, expect, it, vi} from 'vitest';
import {createRecordId} from './create-record-id';

afterEach(() => void vi.useRealTimers());

it('creates IDs that sort in the order in which they were created, also if the clock is set back', () => {
  vi.useFakeTimers({now: Date.UTC(2026, 10, 22)});
  const ids = Array.from({length: 2_000}, createRecordId);
  vi.setSystemTime(Date.UTC(2026, 10, 21));
  ids.push(createRecordId());
  vi.setSystemTime(Date.UTC(2040, 0, 1));
  ids.push(createRecordId());
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});
