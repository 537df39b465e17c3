import {type ReadonlySignal, signal} from '@preact/signals';
import type {AskJudge} from '../../judge-client/judge-client';
import type {FilterValue} from './filter-value';
import {putWord, type Suggestion, toSuggestions, toValueQuestion} from './suggestions';
import {readTypedWord} from './typed-word';

/** Completes the word at the caret; the judge counts the values, since it has the texts. */
export interface Completion {
  /** Empty: it is closed. */
  readonly suggestions: ReadonlySignal<readonly Suggestion[]>;
  /** The selected one; -1: none. */
  readonly active: ReadonlySignal<number>;
  /** The user typed; `anyway`: show suggestions even if nothing is typed yet. */
  follow(line: string, caret: number, anyway?: boolean): void;
  /** To the next or the previous one, wrapping around at the ends. */
  move(by: 1 | -1): void;
  /** The line with that suggestion inserted. */
  take(suggestion: Suggestion, line: string, caret: number): {line: string; caret: number};
  close(): void;
}

export function createCompletion(ask: AskJudge): Completion {
  const suggestions = signal<readonly Suggestion[]>([]);
  const active = signal(-1);
  let newest = 0;

  function show(next: readonly Suggestion[]): void {
    suggestions.value = next;
    active.value = -1;
  }

  function close(): void {
    newest++;
    show([]);
  }

  function follow(line: string, caret: number, anyway = false): void {
    const typed = readTypedWord(line, caret);
    const number = ++newest;
    const showFor = (values: readonly FilterValue[] | null) => {
      if (number === newest) show(toSuggestions(typed, values ?? []));
    };
    const question = toValueQuestion(typed);
    if (typed.from === typed.to && !anyway) show([]);
    else if (question === null) showFor([]);
    // If the judge hung twice at the question, only the filter words are shown.
    else ask({kind: 'filter-values', ...question}).then(showFor, () => showFor([]));
  }

  return {
    suggestions,
    active,
    follow,
    move(by) {
      const {length} = suggestions.peek();
      const next = active.peek() + by;
      active.value = next < 0 ? length - 1 : next % length;
    },
    take({word}, line, caret) {
      const done = putWord(line, readTypedWord(line, caret), word);
      if (word.endsWith(':')) follow(done.line, done.caret);
      else close();
      return done;
    },
    close,
  };
}
