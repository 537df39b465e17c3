import {useSignal} from '@preact/signals';
import {useRef} from 'preact/hooks';
import type {SequencePace} from '../../../domain/replay/sequence';
import {describeIssue} from '../../../domain/verdict/describe/describe-issue';
import {draftStoreOf} from '../../store/draft/draft-store-of';
import type {Confirmation} from '../../store/replay/replay-confirmations';
import type {ResendStore} from '../../store/resend/resend-store';
import type {ResendingPanel} from '../../store/resend/resend-store-of';
import type {ResendSurvey} from '../../store/resend/resend-survey';
import {AccessOffer} from '../editor/send/AccessOffer';
import {ConfirmQuestion} from '../editor/send/ConfirmQuestion';
import {AnswerChoice} from '../editor/send/headers/AnswerChoice';
import {CredentialsChoice} from '../editor/send/headers/CredentialsChoice';
import {PaceChoice} from '../editor/send/PaceChoice';
import {TargetChoice} from '../editor/send/TargetChoice';
import {toProductionQuestion} from '../editor/send/to-production-question';
import {WayChoice} from '../editor/send/WayChoice';
import {countOf} from '../format/format-count';
import {ResendSummary} from './ResendSummary';

export interface ResendPlanProps {
  store: ResendingPanel;
  resend: ResendStore;
  /** Of the captured requests, in order. */
  ids: readonly string[];
  /** The name of a captured request. */
  nameOf(id: string): string;
}

/** What would be sent, where and how; then the button that sends it. */
export function ResendPlan({store, resend, ids, nameOf}: ResendPlanProps) {
  const button = useRef<HTMLButtonElement>(null);
  const asked = useSignal<{confirmations: readonly Confirmation[]; survey: ResendSurvey | null} | null>(null);
  const pace = useSignal<SequencePace>({concurrency: 1, intervalMs: 0});
  const {access, credentials} = draftStoreOf(store);
  const {targets} = store.dependencies.settings.value.value.replay;
  const survey = resend.survey.value;
  const choices = resend.choices.value;
  // A question about other requests, or another target, is withdrawn.
  const asking = asked.value?.survey === survey ? asked.value.confirmations : null;
  const start = (confirmed?: readonly Confirmation[]) => {
    const attempt = resend.start(pace.peek(), confirmed);
    asked.value = attempt.state === 'ask' ? {confirmations: attempt.confirmations, survey} : null;
  };
  const count = survey?.sendable.length ?? 0;
  return (
    <>
      <ResendSummary nameOf={nameOf} survey={survey} read={resend.read.value} listed={ids.length} />
      {survey?.ungranted.map((origin) => (
        <AccessOffer key={origin} access={access} url={origin} onFailure={store.notices.fail} />
      ))}
      <div class="edit-choices">
        <TargetChoice
          targets={targets}
          chosen={choices.target}
          onChoose={(target) => resend.choose({target})}
        />
        <WayChoice
          chosen={choices.way}
          withoutPage={survey?.withoutPage ?? 0}
          onChoose={(way) => resend.choose({way})}
        />
        <CredentialsChoice chosen={choices} targets={targets} given={credentials} onChoose={resend.choose} />
        <AnswerChoice chosen={choices} onChoose={resend.choose} />
        <PaceChoice pace={pace} />
        <span class="edit-gap" />
        <button
          type="button"
          class="button primary"
          ref={button}
          disabled={count === 0}
          onClick={() => start()}
        >
          Send {countOf(count, 'request')}
        </button>
      </div>
      {asking && (
        <ConfirmQuestion
          question={asking.map(toQuestion).join(' ')}
          onConfirm={() => start(asking)}
          onCancel={() => {
            asked.value = null;
            button.current?.focus();
          }}
        />
      )}
    </>
  );
}

function toQuestion(asked: Confirmation): string {
  return asked.kind === 'production' ? toProductionQuestion(asked) : describeIssue(asked.issue).message;
}
