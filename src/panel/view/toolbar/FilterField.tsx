import {useRef, useState} from 'preact/hooks';
import {CloseIcon, FilterIcon} from '../icons';
import {useLayer} from '../keyboard/KeyboardScope';
import {useStore} from '../store-context';
import {useCompletion} from './use-completion';

/** Used by the shortcut that focuses it. */
export const FILTER_ID = 'filter';
const LIST_ID = 'filter-suggestions';

const PLACEHOLDERS = {
  list: 'Filter: text, name: user: group: is:error status:4xx -not',
  coverage: 'Filter: event, section, label, page, release',
} as const;

/** Free text and `field:value` words; Escape clears it, Down goes to the list. In coverage, words in its rows. */
export function FilterField() {
  const {selection, coverage} = useStore();
  const isCovered = coverage.opened.value;
  const {text, setText} = useFilterText();
  const input = useRef<HTMLInputElement>(null);
  const [focused, setFocused] = useState(false);
  const {completion, follow} = useCompletion(input, setText);
  const suggestions = completion?.suggestions.value ?? [];
  const active = completion?.active.value ?? -1;
  const isOpen = suggestions.length > 0;
  const close = () => completion?.close();
  useLayer('field', () => setText(''), focused && text !== '');
  useLayer('menu', close, isOpen);

  function onKeyDown(event: KeyboardEvent) {
    if (event.isComposing) return;
    const isDown = event.key === 'ArrowDown';
    if (!isCovered && completion?.press(event)) return event.preventDefault();
    if (!isDown && event.key !== 'Enter') return;
    event.preventDefault();
    if (isDown && event.altKey && !isCovered) return follow(true);
    if (!isCovered) selection.moveBy(1);
    [...document.querySelectorAll<HTMLElement>('[role="treegrid"]')].at(-1)?.focus();
  }

  return (
    <div class="filter">
      <FilterIcon />
      <input
        id={FILTER_ID}
        ref={input}
        type="text"
        role="combobox"
        spellcheck={false}
        autocomplete="off"
        aria-label="Filter"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={LIST_ID}
        aria-activedescendant={active < 0 ? undefined : `${LIST_ID}-${active}`}
        placeholder={isCovered ? PLACEHOLDERS.coverage : PLACEHOLDERS.list}
        value={text}
        onInput={({currentTarget}) => {
          setText(currentTarget.value);
          if (!isCovered) follow();
        }}
        onFocus={() => setFocused(true)}
        onBlur={() => {
          setFocused(false);
          close();
        }}
        onKeyDown={onKeyDown}
      />
      {text !== '' && (
        <ClearFilter
          onClear={() => {
            setText('');
            input.current?.focus();
          }}
        />
      )}
      {completion && isOpen && (
        <completion.List id={LIST_ID} suggestions={suggestions} active={active} onTake={completion.take} />
      )}
    </div>
  );
}

/** The text of the filter line, of the list or of coverage. */
function useFilterText() {
  const {filter, coverage} = useStore();
  const isCovered = coverage.opened.value;
  return {
    text: isCovered ? coverage.filter.value : filter.text.value,
    setText(next: string) {
      if (isCovered) coverage.filter.value = next;
      else filter.setText(next);
    },
  };
}

function ClearFilter({onClear}: {onClear(): void}) {
  return (
    <button type="button" class="icon-button" aria-label="Clear the filter" onClick={onClear}>
      <CloseIcon />
    </button>
  );
}
