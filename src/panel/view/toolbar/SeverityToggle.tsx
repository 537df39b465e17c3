import type {SeverityFilter} from '../../store/filter/entry-match';
import {formatCount} from '../format/format-count';
import {useOncePerFrame} from '../frame/use-once-per-frame';
import {useStore} from '../store-context';

/** All, or only what has errors, or warnings; with their numbers. */
export function SeverityToggle() {
  const {filter, totals} = useStore();
  const {errors, warnings} = useOncePerFrame(totals);
  const choices: [severity: SeverityFilter, title: string, count: number | null][] = [
    ['all', 'All', null],
    ['errors', 'Errors', errors],
    ['warnings', 'Warnings', warnings],
  ];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset needs a legend that is seen
    <div class="severity" role="group" aria-label="Show">
      {choices.map(([severity, title, count]) => (
        <button
          key={severity}
          type="button"
          class="severity-choice"
          aria-pressed={filter.severity.value === severity}
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
