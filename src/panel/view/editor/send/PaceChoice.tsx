import type {Signal} from '@preact/signals';
import type {SequencePace} from '../../../../domain/replay/sequence';

/** The number of parallel requests of a sequence, and the delay between two. */
export function PaceChoice({pace}: {pace: Signal<SequencePace>}) {
  const change = (changes: Partial<SequencePace>) => {
    pace.value = {...pace.peek(), ...changes};
  };
  return (
    <>
      <label>
        <span>Parallel requests</span>
        <select
          class="edit-select"
          value={String(pace.value.concurrency)}
          onChange={({currentTarget: {value}}) => change({concurrency: Number(value)})}
        >
          {[1, 2, 4].map((count) => (
            <option key={count} value={String(count)}>
              {count}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Delay between requests</span>
        <select
          class="edit-select"
          value={String(pace.value.intervalMs)}
          onChange={({currentTarget: {value}}) => change({intervalMs: Number(value)})}
        >
          <option value="0">none</option>
          <option value="1000">1 s</option>
          <option value="5000">5 s</option>
        </select>
      </label>
    </>
  );
}
