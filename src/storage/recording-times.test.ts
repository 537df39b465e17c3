import {describe, expect, it} from 'vitest';
import {defaultSettings, type Settings} from '../domain/settings';
import {createRecordingTimes} from './recording-times';

/** Turns recording on and off at these times; afterwards the clock says `end`. */
function follow(startsOn: boolean, changes: readonly [at: number, isOn: boolean][], end?: number) {
  const toSettings = (recording: boolean): Settings => ({
    ...defaultSettings,
    panel: {...defaultSettings.panel, recording},
  });
  let tell: (settings: Settings) => void = () => undefined;
  let now = 0;
  const wasRecording = createRecordingTimes(
    {
      current: () => toSettings(startsOn),
      subscribe(listener) {
        tell = listener;
        return () => undefined;
      },
    },
    () => now,
  );
  for (const [at, isOn] of changes) {
    now = at;
    tell(toSettings(isOn));
  }
  now = end ?? now;
  return wasRecording;
}

describe('whether recording was on', () => {
  it.each<[string, boolean, [number, boolean][], [number, boolean][]]>([
    ['never changed', true, [], [[5_000, true]]],
    ['off from the beginning', false, [], [[5_000, false]]],
    // biome-ignore format: a time and its result side by side.
    ['turned off and on', true, [[10_000, false], [20_000, true]],
      [[9_700, true], [9_900, false], [10_000, false], [19_999, false], [20_000, true]]],
    // biome-ignore format: as above.
    ['turned on, then off and on', false, [[10_000, true], [20_000, false], [30_000, true]],
      [[9_999, false], [10_000, true], [25_000, false], [30_000, true]]],
    // biome-ignore format: as above.
    ['told the same again', true, [[10_000, true], [20_000, false], [30_000, false], [40_000, true]],
      [[10_000, true], [29_900, false], [35_000, false], [40_000, true]]],
    // biome-ignore format: as above.
    ['turned off and on at once', true, [[10_000, false], [10_001, true]], [[9_900, false], [10_001, true]]],
  ])('is known of each time: %s', (_, startsOn, changes, expected) => {
    const wasRecording = follow(startsOn, changes);
    expect(expected.map(([at]) => [at, wasRecording(at)])).toEqual(expected);
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
    const wasRecording = follow(startsOn, changes, 10_000);
    expect(expected.map(([at]) => [at, wasRecording(at)])).toEqual(expected);
  });

  it('is known of the latest changes only', () => {
    const changes = Array.from({length: 1_000}, (_, index): [number, boolean] => [
      1_000 * index,
      index % 2 === 1,
    ]);
    const wasRecording = follow(true, changes);
    expect([998_500, 999_500].map(wasRecording)).toEqual([false, true]);
  });
});
