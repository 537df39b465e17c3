import '../editor/editor.css';
import './resend.css';
import {useLayoutEffect, useRef} from 'preact/hooks';
import {resendStoreOf} from '../../store/resend/resend-store-of';
import {SequenceProgress} from '../editor/send/SequenceProgress';
import {useKeptFocus} from '../editor/use-kept-focus';
import {ResendPlan, type ResendPlanProps} from './ResendPlan';

export type ResendPaneProps = Omit<ResendPlanProps, 'resend'>;

/** Resends many requests: first the plan, then the progress of sending, which continues while this is closed. */
export function ResendPane({store, ids, nameOf}: ResendPaneProps) {
  const resend = resendStoreOf(store);
  const pane = useRef<HTMLElement>(null);
  useLayoutEffect(() => resend.open(ids), [resend, ids]);
  const sequence = resend.sequence.value;
  // Read so that the focus is corrected whenever a button is added or removed.
  void sequence?.progress.value;
  void resend.survey.value;
  // Not on "Send", so that a second Enter in the menu does not send.
  useKeptFocus(pane, '.edit-choices select, .edit-choices .button');
  return (
    <section class="edit edit-send resend" aria-label="Resend" tabIndex={-1} ref={pane}>
      {sequence ? (
        <SequenceProgress
          sequence={sequence}
          nameOf={(replayId) => nameOf(resend.sourceOf(replayId) ?? '')}
          onNewPlan={resend.forget}
        />
      ) : (
        <ResendPlan store={store} resend={resend} ids={ids} nameOf={nameOf} />
      )}
    </section>
  );
}
