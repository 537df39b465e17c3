import type {CoverageStore} from '../../store/coverage/coverage-store';
import type {CoverageRun} from '../../store/coverage/runs/coverage-runs';
import {formatTime} from '../format/format-time';
import {shorten} from '../format/shorten';

/** Which run is shown, what it is compared with, and a button to begin another. */
export function RunChoice({coverage}: {coverage: CoverageStore}) {
  const {runs} = coverage;
  const all = runs.runs.value;
  return (
    <>
      {all.length > 1 && (
        <select
          aria-label="Run"
          value={runs.shown.value.number}
          onChange={(event) => runs.show(Number(event.currentTarget.value))}
        >
          {all.toReversed().map((run) => (
            <option key={run.number} value={run.number}>
              {toTitle(run)}
            </option>
          ))}
        </select>
      )}
      <Comparison coverage={coverage} />
      <button
        type="button"
        class="button button-small"
        title="Count from now on; what was counted so far is kept to compare with"
        onClick={coverage.beginRun}
      >
        Start a new run
      </button>
    </>
  );
}

/** Empty if there is no other run. */
function Comparison({coverage: {runs, kept}}: {coverage: CoverageStore}) {
  const earlier = runs.comparable.value;
  const saved = kept.runs.value;
  if (earlier.length === 0 && saved.length === 0) return null;
  const other = runs.comparedWith.value;
  const isThere = earlier.some(({number}) => number === other) || saved.some(({id}) => id === other);
  return (
    <select
      aria-label="Compare with"
      value={isThere && other !== null ? other : ''}
      onChange={({currentTarget: {value}}) => {
        const isSaved = saved.some(({id}) => id === value);
        runs.compareWith(value === '' ? null : isSaved ? value : Number(value));
      }}
    >
      <option value="">Not compared</option>
      {earlier.toReversed().map(({number}) => (
        <option key={number} value={number}>
          Compared with run {number}
        </option>
      ))}
      {saved.length > 0 && (
        <optgroup label="Saved runs">
          {saved.toReversed().map(({id, name}) => (
            <option key={id} value={id}>
              Compared with “{shorten(name, 60)}”
            </option>
          ))}
        </optgroup>
      )}
    </select>
  );
}

function toTitle({number, start, end}: CoverageRun): string {
  const from = start === null ? 'from the beginning' : `from ${toClock(start)}`;
  return `Run ${number}: ${from} ${end === null ? 'until now' : `to ${toClock(end)}`}`;
}

function toClock(at: number): string {
  return formatTime(at).replace(/\.\d+$/, '');
}
