import type {SeverityFilter} from '../../store/filter/entry-match';
import {countOfAll, formatCount} from '../format/format-count';
import {useStore} from '../store-context';

/** All rows, or only those with errors or warnings; with their numbers among those that match the filter line. */
export function SeverityToggle() {
  const {filter, totals, found} = useStore();
  const all = totals.value;
  const {errors, warnings} = found.value;
  const choices: [severity: SeverityFilter, title: string, count: number | null, of?: string][] = [
    ['all', 'All', null],
    ['errors', 'Errors', errors, toTitle(errors, all.errors, 'error')],
    ['warnings', 'Warnings', warnings, toTitle(warnings, all.warnings, 'warning')],
  ];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset needs a legend that is seen
    <div class="severity" role="group" aria-label="Show">
      {choices.map(([severity, title, count, of]) => (
        <button
          key={severity}
          type="button"
          class="severity-choice"
          aria-pressed={filter.severity.value === severity}
          title={of}
          onClick={() => filter.setSeverity(severity)}
        >
          {title}
          {count !== null && (
            <span class="severity-count" data-severity={count > 0 ? severity : undefined}>
              {formatCount(count)}
            </span>
          )}
        </button>
      ))}
    </div>
  );
}

function toTitle(shown: number | null, all: number, noun: string): string {
  return shown === null ? `Show ${noun}s only` : countOfAll({shown, all}, noun);
}
