import {useState} from 'preact/hooks';
import {CloseIcon, FilterIcon} from '../icons';
import {useLayer} from '../keyboard/KeyboardScope';
import {useStore} from '../store-context';

/** Found by the shortcut that focuses it. */
export const FILTER_ID = 'filter';

/** Free text and `field:value` words; Escape empties it, Down goes to the list. */
export function FilterField() {
  const {filter, selection} = useStore();
  const text = filter.text.value;
  const [focused, setFocused] = useState(false);
  useLayer('field', () => filter.setText(''), focused && text !== '');

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      selection.moveBy(1);
      document.querySelector<HTMLElement>('[role="treegrid"]')?.focus();
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
        placeholder="Filter: text, name: user: group: is:error status:4xx -not"
        value={text}
        onInput={(event) => filter.setText(event.currentTarget.value)}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onKeyDown={onKeyDown}
      />
      {text !== '' && (
        <button
          type="button"
          class="icon-button"
          aria-label="Clear the filter"
          onClick={() => filter.setText('')}
        >
          <CloseIcon />
        </button>
      )}
    </div>
  );
}
