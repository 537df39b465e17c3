import type {FunctionComponent} from 'preact';
import {useLayoutEffect, useState} from 'preact/hooks';
import {toErrorMessage} from '../../../../domain/to-error-message';
import {Hint} from '../../detail/event/Hint';
import type {PlanEditorProps} from './PlanEditor';

/** The editor is loaded when somebody drafts a plan. */
export function LazyPlanEditor(props: PlanEditorProps) {
  const [loaded, setLoaded] = useState<{View: FunctionComponent<PlanEditorProps>} | {reason: string} | null>(
    null,
  );
  useLayoutEffect(() => {
    import('./PlanEditor').then(
      ({default: View}) => setLoaded({View}),
      (error: unknown) => setLoaded({reason: toErrorMessage(error)}),
    );
  }, []);
  if (loaded === null) return <Hint title="Opening the editor…" text="It is loaded when it is first used." />;
  if ('reason' in loaded) {
    return (
      <Hint
        title="The editor could not be loaded"
        text={`${loaded.reason}. If the extension was updated, close and reopen DevTools.`}
      />
    );
  }
  return <loaded.View {...props} />;
}
