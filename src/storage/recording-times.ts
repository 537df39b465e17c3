import type {Settings} from '../domain/settings';
import type {SettingsStore} from './settings-store';

/** In milliseconds: a context hears this late at most, ordinarily, that recording was turned off. */
const HEARD_WITHIN = 200;
/** Older changes are forgotten: a request rarely takes longer than that many. */
const MAX_CHANGES = 100;

/**
 * Whether recording was on at a time (milliseconds since the epoch), as far as this context has known since it called
 * this: DevTools only reports a request when it has ended, and recording may have been turned on since it was sent.
 */
export function createRecordingTimes(
  settings: Pick<SettingsStore, 'current' | 'subscribe'>,
  now: () => number = Date.now,
): (at: number) => boolean {
  let changes: {from: number; isOn: boolean}[] = [];
  let changedAt = Number.NEGATIVE_INFINITY;
  let isOn = settings.current().panel.recording;
  let before = isOn;

  // If the clock was set back, the times of earlier changes are in its future.
  function forgetFuture(): void {
    if (changedAt <= now()) return;
    changes = [];
    changedAt = Number.NEGATIVE_INFINITY;
    before = isOn;
  }

  settings.subscribe(({panel: {recording}}: Settings) => {
    if (recording === isOn) return;
    forgetFuture();
    isOn = recording;
    changedAt = now();
    changes.push({from: isOn ? now() : now() - HEARD_WITHIN, isOn});
    if (changes.length > MAX_CHANGES) before = changes.shift()?.isOn ?? before;
  });

  return (at) => {
    forgetFuture();
    return changes.findLast(({from}) => from <= at)?.isOn ?? before;
  };
}
