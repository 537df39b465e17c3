import {describe, expect, it} from 'vitest';
import {defaultSettings, type Settings} from '../domain/settings';
import {createRecordingTimes} from './recording-times';

interface Change {
  at: number;
  isOn: boolean;
  /** Milliseconds until this context hears of it. */
  delay?: number;
}

const toSettings = (recording: boolean): Settings => ({
  ...defaultSettings,
  panel: {...defaultSettings.panel, recording},
});

/** Recording is turned on and off; afterwards the clock says `end`. */
function follow(startsOn: boolean, changes: readonly Change[], end?: number) {
  let tell: (settings: Settings) => void = () => undefined;
  let now = 0;
  let changedAt = 0;
  let stored = toSettings(startsOn);
  const times = createRecordingTimes(
    {
      current: () => toSettings(startsOn),
      changedAt: () => changedAt,
      read: async () => stored,
      subscribe(listener) {
        tell = listener;
        return () => undefined;
      },
    },
    () => now,
  );
  for (const {at, isOn, delay = 0} of changes) {
    now = at + delay;
    changedAt = at;
    stored = toSettings(isOn);
    if (delay < Number.POSITIVE_INFINITY) tell(stored);
  }
  now = end ?? now;
  return times;
}

const toChanges = (list: readonly [number, boolean][], delay = 0): Change[] =>
  list.map(([at, isOn]) => ({at, isOn, delay}));

describe('whether recording was on', () => {
  it.each<[string, boolean, [number, boolean][], [number, boolean][]]>([
    ['never changed', true, [], [[5_000, true]]],
    ['off from the beginning', false, [], [[5_000, false]]],
    // biome-ignore format: a time and its result side by side.
    ['turned off and on', true, [[10_000, false], [20_000, true]],
      [[9_999, true], [10_000, false], [19_999, false], [20_000, true]]],
    // biome-ignore format: as above.
    ['turned on, then off and on', false, [[10_000, true], [20_000, false], [30_000, true]],
      [[9_999, false], [10_000, true], [25_000, false], [30_000, true]]],
    // biome-ignore format: as above.
    ['told the same again', true, [[10_000, true], [20_000, false], [30_000, false], [40_000, true]],
      [[10_000, true], [29_900, false], [35_000, false], [40_000, true]]],
    // biome-ignore format: as above.
    ['turned off and on at once', true, [[10_000, false], [10_001, true]],
      [[9_999, true], [10_000, false], [10_001, true]]],
  ])('is known of each time, however late this context hears of it: %s', (_, startsOn, changes, expected) => {
    for (const delay of [0, 1, 300, 5_000]) {
      const {wasOn} = follow(startsOn, toChanges(changes, delay));
      expect(expected.map(([at]) => [at, wasOn(at)])).toEqual(expected);
    }
  });

  it('is read again before requests are ignored, which may be reported before the change is', async () => {
    const times = follow(false, [{at: 10_000, isOn: true, delay: Number.POSITIVE_INFINITY}], 10_050);
    expect(times.wasOn(10_010)).toBe(false);
    await times.refresh();
    expect([9_999, 10_000, 10_010].map(times.wasOn)).toEqual([false, true, true]);
  });

  it.each([
    ['in the future', 20_000],
    ['long ago', -60_000],
  ])('is not decided by a time of change %s', (_, at) => {
    const {wasOn} = follow(false, [{at, isOn: true, delay: 10_000 - at}]);
    expect([9_999, 10_000].map(wasOn)).toEqual([false, true]);
  });

  it.each<[string, boolean, [number, boolean][], [number, boolean][]]>([
    ['turned on', false, [[90_000, true]], [[10_000, true]]],
    ['turned off', true, [[90_000, false]], [[10_000, false]]],
    // biome-ignore format: a time and its result side by side.
    ['turned on before, off and on since', false, [[90_000, true], [9_000, false], [10_000, true]],
      [[8_000, true], [9_500, false], [10_000, true]]],
    // biome-ignore format: as above.
    ['turned off before, on and off since', true, [[90_000, false], [9_000, true], [10_000, false]],
      [[8_000, false], [9_500, true], [10_000, false]]],
  ])('is not decided by changes from before the clock was set back: %s', (_, startsOn, changes, expected) => {
    const {wasOn} = follow(startsOn, toChanges(changes), 10_000);
    expect(expected.map(([at]) => [at, wasOn(at)])).toEqual(expected);
  });

  it('is known of the latest changes only', () => {
    const changes = Array.from({length: 1_000}, (_, index): [number, boolean] => [
      1_000 * index,
      index % 2 === 1,
    ]);
    const {wasOn} = follow(true, toChanges(changes));
    expect([998_500, 999_500].map(wasOn)).toEqual([false, true]);
  });
});
