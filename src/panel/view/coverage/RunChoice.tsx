import type {CoverageRun, CoverageRuns} from '../../store/coverage/coverage-runs';
import {formatTime} from '../format/format-time';

/** Which run is shown, what it is compared with, and the beginning of another. */
export function RunChoice({runs, now}: {runs: CoverageRuns; now(): number}) {
  const all = runs.runs.value;
  const shown = runs.shown.value;
  const earlier = all.filter(({number, rows}) => rows !== null && number !== shown.number);
  return (
    <span class="coverage-runs">
      {all.length > 1 && (
        <>
          <select
            aria-label="Run"
            value={shown.number}
            onChange={(event) => runs.show(Number(event.currentTarget.value))}
          >
            {all.toReversed().map((run) => (
              <option key={run.number} value={run.number}>
                {toTitle(run)}
              </option>
            ))}
          </select>
          <select
            aria-label="Compare with"
            value={runs.comparedWith.value ?? ''}
            onChange={({currentTarget: {value}}) => runs.compareWith(value === '' ? null : Number(value))}
          >
            <option value="">not compared</option>
            {earlier.toReversed().map(({number}) => (
              <option key={number} value={number}>
                compared with run {number}
              </option>
            ))}
          </select>
        </>
      )}
      <button
        type="button"
        class="button button-small"
        title="Count from now on; what was counted so far is kept to compare with"
        onClick={() => runs.begin(now())}
      >
        Start a new run
      </button>
    </span>
  );
}

function toTitle({number, start, end}: CoverageRun): string {
  const from = start === null ? 'from the beginning' : `from ${toClock(start)}`;
  return `Run ${number}: ${from} ${end === null ? 'until now' : `to ${toClock(end)}`}`;
}

function toClock(at: number): string {
  return formatTime(at).replace(/\.\d+$/, '');
}
