import {useSignal} from '@preact/signals';
import type {ComponentType} from 'preact';
import {useEffect} from 'preact/hooks';
import type {EditController} from './create-edit-controller';

type Face = ComponentType<{edit: EditController}>;

export interface LazyFaceProps {
  edit: EditController;
  /** The same function each time. */
  load(): Promise<Face>;
}

/** A face of the draft that comes with code of its own, when it is first looked at. */
export function LazyFace({edit, load}: LazyFaceProps) {
  // In an object: a component is a function, and a signal is not to call it.
  const loaded = useSignal<{Face: Face} | {reason: string} | null>(null);
  useEffect(() => {
    load().then(
      (Face) => {
        loaded.value = {Face};
      },
      (error: unknown) => {
        loaded.value = {reason: String(error)};
      },
    );
  }, [loaded, load]);
  if (loaded.value === null) return <p class="edit-empty">Loading…</p>;
  if ('reason' in loaded.value)
    return <p class="edit-empty">This could not be loaded: {loaded.value.reason}</p>;
  const {Face} = loaded.value;
  return <Face edit={edit} />;
}
