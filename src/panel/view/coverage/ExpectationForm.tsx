import {useComputed, useSignal} from '@preact/signals';
import type {RefObject} from 'preact';
import {useId, useLayoutEffect, useRef} from 'preact/hooks';
import {namelessCalls} from '../../../domain/verdict/nameless-calls';
import type {CoverageStore} from '../../store/coverage/coverage-store';
import {
  type ExpectationDraft,
  expectationPhrases,
  isPhrase,
} from '../../store/coverage/expectations/expectation-draft';
import {toSearchable} from '../../store/search/to-searchable';
import {shorten} from '../format/shorten';
import {useLayer} from '../keyboard/KeyboardScope';

interface FieldProps {
  draft: ExpectationDraft;
  change(fields: Partial<ExpectationDraft>): void;
}

/** A sentence with fields: an expectation for a run. Enter saves it, Escape cancels. */
export function ExpectationForm({coverage}: {coverage: CoverageStore}) {
  const {draft, keep} = coverage.expectations;
  const fault = useSignal<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const close = () => {
    draft.value = null;
  };
  useLayer('question', close);
  // The event is already set if the form was opened from an event's line.
  useFirstField(form, () => (draft.peek()?.event ? '[name=phrase]' : 'select, input'));
  const names = useComputed(() => listNames(coverage));
  const now = draft.value;
  if (now === null) return null;
  const change = (fields: Partial<ExpectationDraft>) => {
    fault.value = null;
    draft.value = {...now, ...fields};
  };
  return (
    <form
      class="expectation-form"
      ref={form}
      aria-label="Add an expectation"
      onSubmit={async (event) => {
        event.preventDefault();
        fault.value = await keep();
      }}
    >
      <NameChoice label="Event" value={now.event} names={names.value} onChange={(event) => change({event})} />
      <PhraseChoice draft={now} change={change} />
      <Gaps draft={now} change={change} names={names.value} />
      <PagesField draft={now} change={change} />
      <span class="expectation-buttons">
        <button type="submit" class="button button-small primary">
          Add
        </button>
        <button type="button" class="button button-small" onClick={close}>
          Cancel
        </button>
      </span>
      {fault.value !== null && (
        <p class="expectation-fault" role="alert">
          {fault.value}
        </p>
      )}
    </form>
  );
}

/** The focus moves into the form when it opens, and back when it closes. */
function useFirstField(form: RefObject<HTMLFormElement | null>, selectorOf: () => string): void {
  useLayoutEffect(() => {
    const before = document.activeElement;
    form.current?.querySelector<HTMLElement>(selectorOf())?.focus();
    return () => before instanceof HTMLElement && before.focus();
  }, []);
}

function PhraseChoice({draft, change}: FieldProps) {
  return (
    <select
      name="phrase"
      aria-label="What is expected"
      value={draft.phrase}
      onChange={({currentTarget: {value}}) => isPhrase(value) && change({phrase: value})}
    >
      {Object.entries(expectationPhrases).map(([phrase, words]) => (
        <option key={phrase} value={phrase}>
          {words}
        </option>
      ))}
    </select>
  );
}

function PagesField({draft, change}: FieldProps) {
  return (
    <label>
      on pages{' '}
      <input
        type="text"
        size={18}
        placeholder="all, or */checkout*"
        aria-label="Pages, * stands for anything"
        value={draft.pages}
        onInput={({currentTarget: {value}}) => change({pages: value})}
      />
    </label>
  );
}

/** Further fields that the phrase needs besides the event. */
function Gaps({draft, change, names}: FieldProps & {names: readonly string[]}) {
  switch (draft.phrase) {
    case 'exactly':
    case 'at-least':
    case 'at-most':
      return (
        <label>
          <input
            type="number"
            min={0}
            step={1}
            aria-label="Number of times"
            value={draft.count}
            onInput={({currentTarget: {value}}) => change({count: value})}
          />{' '}
          times
        </label>
      );
    case 'never':
      return null;
    case 'before':
    case 'within':
      return (
        <>
          <NameChoice
            label="Other event"
            value={draft.other}
            names={names}
            onChange={(other) => change({other})}
          />
          {draft.phrase === 'within' && (
            <label>
              within{' '}
              <input
                type="number"
                min={0}
                step="any"
                aria-label="Seconds"
                value={draft.seconds}
                onInput={({currentTarget: {value}}) => change({seconds: value})}
              />{' '}
              s
            </label>
          )}
        </>
      );
    case 'present':
    case 'equal':
      return <PropertyGaps draft={draft} change={change} />;
  }
}

function PropertyGaps({draft, change}: FieldProps) {
  return (
    <>
      <input
        type="text"
        size={14}
        placeholder="property"
        aria-label="Property"
        value={draft.property}
        onInput={({currentTarget: {value}}) => change({property: value})}
      />
      {draft.phrase === 'equal' && (
        <input
          type="text"
          size={14}
          placeholder="value"
          aria-label="Value"
          value={draft.value}
          onInput={({currentTarget: {value}}) => change({value})}
        />
      )}
    </>
  );
}

interface NameChoiceProps {
  label: string;
  value: string;
  names: readonly string[];
  onChange(name: string): void;
}

/** A longer list is not useful, and each name is an element: beyond this, names are suggested while typing. */
const MAX_CHOICES = 300;
const MAX_SUGGESTED = 50;

function NameChoice({label, value, names, onChange}: NameChoiceProps) {
  const id = useId();
  if (names.length > MAX_CHOICES) {
    const typed = toSearchable(value);
    const found = names.filter((name) => toSearchable(name).includes(typed)).slice(0, MAX_SUGGESTED);
    return (
      <>
        <input
          type="text"
          aria-label={label}
          list={id}
          placeholder="name of an event"
          value={value}
          onInput={({currentTarget: {value: name}}) => onChange(name)}
        />
        <datalist id={id}>
          {found.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </>
    );
  }
  return (
    <select aria-label={label} value={value} onChange={({currentTarget: {value: name}}) => onChange(name)}>
      <option value="">Choose an event</option>
      {names.map((name) => (
        <option key={name} value={name}>
          {shorten(name, 80)}
        </option>
      ))}
    </select>
  );
}

/** The names in the plan and those that were seen, each once, and the calls without a name. */
function listNames({mirror}: CoverageStore): string[] {
  const names = [...mirror.rows.value.values()].flatMap(({name}) => name ?? []);
  return [...new Set([...names, ...namelessCalls])].sort();
}
