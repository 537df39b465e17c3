import {useSignal} from '@preact/signals';
import type {ComponentType} from 'preact';
import {useEffect} from 'preact/hooks';
import type {EditController} from './create-edit-controller';

type Changes = ComponentType<{edit: EditController}>;

/** The comparison comes with a library of its own, when it is first looked at. */
export function LazyChanges({edit}: {edit: EditController}) {
  // In an object: a component is a function, and a signal is not to call it.
  const loaded = useSignal<{Changes: Changes} | {reason: string} | null>(null);
  useEffect(() => {
    import('./ChangesView').then(
      ({ChangesView}) => {
        loaded.value = {Changes: ChangesView};
      },
      (error: unknown) => {
        loaded.value = {reason: String(error)};
      },
    );
  }, [loaded]);
  if (loaded.value === null) return <p class="edit-empty">Comparing…</p>;
  if ('reason' in loaded.value)
    return <p class="edit-empty">The comparison can’t be loaded: {loaded.value.reason}</p>;
  const {Changes} = loaded.value;
  return <Changes edit={edit} />;
}
