import '../editor/editor.css';
import './resend.css';
import {useLayoutEffect, useRef} from 'preact/hooks';
import {resendStoreOf} from '../../store/resend/resend-store-of';
import {SequenceProgress} from '../editor/send/SequenceProgress';
import {useKeptFocus} from '../editor/use-kept-focus';
import {ResendPlan, type ResendPlanProps} from './ResendPlan';

export type ResendPaneProps = Omit<ResendPlanProps, 'resend'>;

/** Sends many requests again: the plan, then its sending, which goes on while this is closed. */
export function ResendPane({store, ids, nameOf}: ResendPaneProps) {
  const resend = resendStoreOf(store);
  const pane = useRef<HTMLElement>(null);
  useLayoutEffect(() => resend.open(ids), [resend, ids]);
  const sequence = resend.sequence.value;
  // Read so that the keyboard is looked after whenever a button comes or goes.
  void sequence?.progress.value;
  void resend.survey.value;
  // Not on "Send": a second Enter on the menu sends nothing.
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
