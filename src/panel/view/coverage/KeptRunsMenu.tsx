import type {KeptRun} from '../../../domain/plans/coverage/kept-run';
import type {CoverageStore} from '../../store/coverage/coverage-store';
import {countOf} from '../format/format-count';
import {formatDateTime} from '../format/format-time';
import {Menu} from '../frame/Menu';
import {PinIcon, RemoveIcon} from '../icons';

const NAME = 'kept-run-name';

/** Names the shown run, and lists named runs: to compare with, to rename, to delete. */
export function KeptRunsMenu({coverage}: {coverage: CoverageStore}) {
  const {kept} = coverage;
  return (
    <Menu id="kept-runs-menu" label="Saved runs" Icon={PinIcon}>
      {(close) => (
        <div class="kept-runs">
          <form
            class="kept-run"
            onSubmit={(event) => {
              event.preventDefault();
              const field = event.currentTarget.elements.namedItem(NAME);
              if (!(field instanceof HTMLInputElement) || field.value.trim() === '') return;
              coverage.keepRun(field.value.trim());
              field.value = '';
              close();
            }}
          >
            <input
              name={NAME}
              aria-label="Name of the run"
              placeholder="Name of the run that is shown"
              maxLength={80}
              required
              onKeyDown={keepCaretKeys}
            />
            <button type="submit" class="button button-small">
              Save run
            </button>
          </form>
          {kept.runs.value.map((run) => (
            <KeptRunRow key={run.id} run={run} coverage={coverage} close={close} />
          ))}
        </div>
      )}
    </Menu>
  );
}

interface KeptRunRowProps {
  run: KeptRun;
  coverage: CoverageStore;
  close(): void;
}

function KeptRunRow({run, coverage: {kept, runs}, close}: KeptRunRowProps) {
  const right = run.rows.filter(({grade}) => grade === 'always-right').length;
  return (
    <div class="kept-run">
      <input
        aria-label={`Name of ${run.name}`}
        value={run.name}
        maxLength={80}
        onKeyDown={keepCaretKeys}
        onChange={({currentTarget}) => {
          const name = currentTarget.value.trim();
          if (name === '') currentTarget.value = run.name;
          else void kept.rename(run, name);
        }}
      />
      <span class="kept-run-note">
        {formatDateTime(run.keptAt).replace(/:\d+\.\d+$/, '')}, {right} of {countOf(run.rows.length, 'row')}{' '}
        always right
      </span>
      <button
        type="button"
        class="button button-small"
        aria-label={`Compare with ${run.name}`}
        onClick={() => {
          runs.compareWith(run.id);
          close();
        }}
      >
        Compare
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={`Delete ${run.name}`}
        onClick={() => void kept.remove(run)}
      >
        <RemoveIcon />
      </button>
    </div>
  );
}

/** In a field these keys move the caret, not the focus in the menu. */
function keepCaretKeys(event: KeyboardEvent): void {
  if (event.key === 'Home' || event.key === 'End') event.stopPropagation();
}
