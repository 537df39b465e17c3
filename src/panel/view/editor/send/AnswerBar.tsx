import {useSignal} from '@preact/signals';
import type {CapturedRequest, Outcome} from '../../../../domain/capture/captured-request';
import {maskText} from '../../../../domain/secrets/mask-text';
import {summarise} from '../../../store/log/answer-summary';
import {formatDuration} from '../../format/format-time';
import {shorten} from '../../format/shorten';
import {MaskedText} from '../../frame/MaskedText';
import type {EditController} from '../controller/create-edit-controller';
import {toStatus, toTone} from './answer-words';
import {useReplayed} from './use-replayed';

/** The response to the last replay next to that to the original: in one line, and on request with both bodies. */
export function AnswerBar({edit}: {edit: EditController}) {
  const open = useSignal(false);
  const {session, drafts} = edit;
  const source = session.source.value;
  const id = session.sent.value.at(-1);
  const sent = id === undefined ? null : drafts.replays.of(id).value;
  const replayed = useReplayed(edit);
  // Until the draft is sent, a draft of a past replay shows that replay's response next to the response of its
  // original.
  const pair = sent
    ? {original: source, replay: sent.record}
    : {original: replayed, replay: replayed && source};
  if (!pair.replay) return null;
  const {original, replay} = pair;
  return (
    <section class="edit-answers" aria-label="Responses">
      <div class="edit-answers-row" role="status">
        {original && <AnswerLine name="Original" request={original} />}
        <AnswerLine name="Replay" request={replay} />
        <span class="edit-gap" />
        <button
          type="button"
          class="button"
          aria-expanded={open.value}
          onClick={() => (open.value = !open.value)}
        >
          Compare
        </button>
      </div>
      {open.value && (
        <div class="edit-answers-bodies">
          {original && <AnswerBody name="Original response" request={original} />}
          <AnswerBody name="Replay response" request={replay} />
        </div>
      )}
    </section>
  );
}

function AnswerLine({name, request}: {name: string; request: CapturedRequest}) {
  const {outcome} = request;
  return (
    <span class="edit-answer" data-tone={toTone(outcome)}>
      <span class="edit-muted">{name}</span> <strong>{toStatus(outcome)}</strong> {toSaying(request)}
    </span>
  );
}

function AnswerBody({name, request: {outcome}}: {name: string; request: CapturedRequest}) {
  const text = outcome.state === 'answered' && outcome.body.kind === 'text' ? outcome.body.text : null;
  return (
    <div class="edit-answer-body">
      <h3>{name}</h3>
      {text === null ? (
        <p class="edit-muted">{whyNoBody(outcome)}</p>
      ) : (
        <MaskedText text={text} label={name} />
      )}
    </div>
  );
}

/** The server's message, or the reason why there is none. */
function toSaying({outcome, startedAt}: CapturedRequest): string {
  if (outcome.state !== 'answered') {
    const why = 'error' in outcome ? outcome.error : 'reason' in outcome ? outcome.reason : '';
    return shorten(maskText(why), 300);
  }
  const {message} = summarise(outcome);
  const {endedAt} = outcome;
  const took = endedAt !== null && startedAt !== null && formatDuration(Math.max(0, endedAt - startedAt));
  return [message && shorten(message, 300), took].filter(Boolean).join(' · ');
}

function whyNoBody(outcome: Outcome): string {
  const isEmpty =
    outcome.state === 'answered' && outcome.body.kind === 'missing' && outcome.body.reason === 'empty';
  return isEmpty ? 'The response has no body.' : 'No response body was captured.';
}
