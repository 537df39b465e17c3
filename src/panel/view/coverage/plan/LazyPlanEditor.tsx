import {Lazy} from '../../frame/Lazy';
import type {PlanEditorProps} from './PlanEditor';

const load = () => import('./PlanEditor');

/** The editor is loaded when the user drafts a plan. */
export function LazyPlanEditor(props: PlanEditorProps) {
  return (
    <Lazy what="the editor" load={load}>
      {({default: PlanEditor}) => <PlanEditor {...props} />}
    </Lazy>
  );
}
