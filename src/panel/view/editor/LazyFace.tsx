import type {ComponentType} from 'preact';
import {Lazy} from '../frame/Lazy';
import type {EditController} from './controller/create-edit-controller';

type Face = ComponentType<{edit: EditController}>;

export interface LazyFaceProps {
  edit: EditController;
  /** As it is written in a sentence, such as “the changes”. */
  what: string;
  /** Must be the same function each time. */
  load(): Promise<Face>;
}

/** A view of the draft with its own code, which is loaded when it is first shown. */
export function LazyFace({edit, what, load}: LazyFaceProps) {
  return (
    <Lazy what={what} load={load}>
      {(Face) => <Face edit={edit} />}
    </Lazy>
  );
}
