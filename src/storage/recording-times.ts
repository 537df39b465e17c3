import type {Settings} from '../domain/settings';
import type {SettingsStore} from './settings-store';

/** In milliseconds: a context hears this late at most that recording was turned on or off; a clock may have been set. */
const HEARD_WITHIN = 60_000;
/** Older changes are forgotten: a request rarely takes longer than that many. */
const MAX_CHANGES = 100;

export interface RecordingTimes {
  /**
   * Whether recording was on at a time (milliseconds since the epoch), as far as this context has known since it
   * created this: DevTools only reports a request when it has ended, and recording may have been turned on since it
   * was sent.
   */
  wasOn(at: number): boolean;
  /**
   * Must be called before requests are ignored: on a busy machine the browser reports that recording was turned on
   * after it has reported requests that were sent since. Never rejects.
   */
  refresh(): Promise<void>;
}

export function createRecordingTimes(
  settings: Pick<SettingsStore, 'current' | 'changedAt' | 'read' | 'subscribe'>,
  now: () => number = Date.now,
): RecordingTimes {
  let changes: {from: number; isOn: boolean}[] = [];
  let isOn = settings.current().panel.recording;
  let before = isOn;

  // If the clock was set back, the times of earlier changes are in its future.
  function forgetFuture(): void {
    if ((changes.at(-1)?.from ?? 0) <= now()) return;
    changes = [];
    before = isOn;
  }

  function toChangeTime(): number {
    const at = settings.changedAt();
    return at !== null && at <= now() && at > now() - HEARD_WITHIN ? at : now();
  }

  function follow({panel: {recording}}: Settings): void {
    if (recording === isOn) return;
    forgetFuture();
    isOn = recording;
    changes.push({from: toChangeTime(), isOn});
    if (changes.length > MAX_CHANGES) before = changes.shift()?.isOn ?? before;
  }

  settings.subscribe(follow);
  return {
    wasOn(at) {
      forgetFuture();
      return changes.findLast(({from}) => from <= at)?.isOn ?? before;
    },
    async refresh() {
      if (!isOn) await settings.read().then(follow, () => undefined);
    },
  };
}
