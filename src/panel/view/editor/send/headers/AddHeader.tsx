import {useSignal} from '@preact/signals';
import type {DraftHeaders} from '../../../../store/draft/draft-headers';
import {HeaderValueInput} from './HeaderValueInput';

/** Adds a header that the original did not have. */
export function AddHeader({headers, onFailure}: {headers: DraftHeaders; onFailure(error: unknown): void}) {
  const name = useSignal('');
  const value = useSignal('');
  const add = (event: Event) => {
    event.preventDefault();
    const wanted = name.value.trim();
    if (wanted === '') return;
    headers.set(wanted, value.value).catch(onFailure);
    name.value = '';
    value.value = '';
  };
  return (
    <form class="edit-choices" onSubmit={add}>
      <input
        class="edit-header-input"
        aria-label="Name of a header to add"
        placeholder="Header"
        autoComplete="off"
        value={name.value}
        onInput={({currentTarget}) => (name.value = currentTarget.value)}
      />
      <HeaderValueInput
        header={name.value.trim()}
        label="Value of the header to add"
        value={value.value}
        onInput={(typed) => (value.value = typed)}
      />
      <button type="submit" class="button" disabled={name.value.trim() === ''}>
        Add header
      </button>
    </form>
  );
}
