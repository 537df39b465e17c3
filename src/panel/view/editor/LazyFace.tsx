import type {ComponentType} from 'preact';
import {Lazy} from '../frame/Lazy';
import type {EditController} from './controller/create-edit-controller';

type Face = ComponentType<{edit: EditController}>;

export interface LazyFaceProps {
  edit: EditController;
  /** As it is written in a sentence, such as “the changes”. */
  what: string;
  /** The same function each time. */
  load(): Promise<Face>;
}

/** A face of the draft that comes with code of its own, when it is first looked at. */
export function LazyFace({edit, what, load}: LazyFaceProps) {
  return (
    <Lazy what={what} load={load}>
      {(Face) => <Face edit={edit} />}
    </Lazy>
  );
}
