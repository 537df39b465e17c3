import type {ReadonlySignal} from '@preact/signals';
import {createCompletion} from '../../store/filter/complete/create-completion';
import type {Suggestion} from '../../store/filter/complete/suggestions';
import type {AskJudge} from '../../store/judge-client/judge-client';

export {FilterSuggestions} from './FilterSuggestions';

/** Completes the word at the caret of the filter: loaded when the user first types there. */
export interface FilterCompletion {
  readonly suggestions: ReadonlySignal<readonly Suggestion[]>;
  readonly active: ReadonlySignal<number>;
  follow(anyway: boolean): void;
  take(suggestion: Suggestion): void;
  /** The arrows move among the suggestions, Enter and Tab accept the active one. False: the key does nothing here. */
  press(event: KeyboardEvent): boolean;
  close(): void;
}

export function createFilterCompletion(
  ask: AskJudge,
  field: HTMLInputElement,
  setText: (text: string) => void,
): FilterCompletion {
  const {suggestions, active, ...completion} = createCompletion(ask);
  const toCaret = () => field.selectionStart ?? field.value.length;

  function take(suggestion: Suggestion): void {
    const {line, caret} = completion.take(suggestion, field.value, toCaret());
    setText(line);
    field.value = line;
    field.setSelectionRange(caret, caret);
  }

  return {
    suggestions,
    active,
    follow: (anyway) => completion.follow(field.value, toCaret(), anyway),
    take,
    press({key, shiftKey}) {
      const shown = suggestions.peek();
      const chosen = shown[active.peek()];
      if (chosen && (key === 'Enter' || (key === 'Tab' && !shiftKey))) take(chosen);
      else if (shown.length > 0 && key === 'ArrowDown') completion.move(1);
      else if (shown.length > 0 && key === 'ArrowUp') completion.move(-1);
      else return false;
      return true;
    },
    close: completion.close,
  };
}
