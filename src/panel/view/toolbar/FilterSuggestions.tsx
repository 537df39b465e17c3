import {useEffect, useRef} from 'preact/hooks';
import type {Suggestion} from '../../store/filter/complete/suggestions';
import {countOf, formatCount} from '../format/format-count';
import {Visible} from '../format/Visible';
import './filter-suggestions.css';

interface FilterSuggestionsProps {
  id: string;
  suggestions: readonly Suggestion[];
  active: number;
  onTake(suggestion: Suggestion): void;
}

/** Below the filter; the focus stays in the field, which refers to the active suggestion. */
export function FilterSuggestions({id, suggestions, active, onTake}: FilterSuggestionsProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({block: 'nearest'});
  }, [active]);
  return (
    <div class="menu filter-suggestions" role="listbox" id={id} aria-label="Suggestions" ref={list}>
      {suggestions.map((suggestion, place) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names its active option
        <div
          key={suggestion.word}
          role="option"
          id={`${id}-${place}`}
          class="filter-suggestion"
          aria-selected={place === active}
          onPointerDown={(event) => {
            event.preventDefault();
            if (event.button === 0) onTake(suggestion);
          }}
        >
          <code>
            <Visible text={suggestion.word} />
          </code>
          <span class="filter-suggestion-hint">{suggestion.hint}</span>
          {suggestion.count !== null && (
            <span class="filter-suggestion-count" title={`${countOf(suggestion.count, 'time')} in the log`}>
              {formatCount(suggestion.count)}
            </span>
          )}
        </div>
      ))}
    </div>
  );
}
