import {useState} from 'preact/hooks';
import {CloseIcon, FilterIcon} from '../icons';
import {useLayer} from '../keyboard/KeyboardScope';
import {useStore} from '../store-context';

/** Found by the shortcut that focuses it. */
export const FILTER_ID = 'filter';

/** Free text and `field:value` words; Escape empties it, Down goes to the list. In coverage, words of its rows. */
export function FilterField() {
  const {filter, selection, coverage} = useStore();
  const isCovered = coverage.opened.value;
  const text = isCovered ? coverage.filter.value : filter.text.value;
  const setText = (next: string) => {
    if (isCovered) coverage.filter.value = next;
    else filter.setText(next);
  };
  const [focused, setFocused] = useState(false);
  useLayer('field', () => setText(''), focused && text !== '');

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      if (!isCovered) selection.moveBy(1);
      [...document.querySelectorAll<HTMLElement>('[role="treegrid"]')].at(-1)?.focus();
    }
  }

  return (
    <div class="filter">
      <FilterIcon />
      <input
        id={FILTER_ID}
        type="text"
        spellcheck={false}
        autocomplete="off"
        aria-label="Filter"
        placeholder={
          isCovered
            ? 'Filter: event, section, label, page, release'
            : 'Filter: text, name: user: group: is:error status:4xx -not'
        }
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onKeyDown={onKeyDown}
      />
      {text !== '' && (
        <button type="button" class="icon-button" aria-label="Clear the filter" onClick={() => setText('')}>
          <CloseIcon />
        </button>
      )}
    </div>
  );
}
