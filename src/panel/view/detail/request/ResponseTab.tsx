import type {Answer, AnswerBody, CapturedRequest} from '../../../../domain/capture/captured-request';
import {maskText} from '../../../../domain/secrets/mask-text';
import {summarise} from '../../../store/log/answer-summary';
import {countOf} from '../../format/format-count';
import {formatDuration} from '../../format/format-time';
import {shorten} from '../../format/shorten';
import {Hint} from '../../frame/Hint';
import {MaskedText} from '../../frame/MaskedText';
import {VerdictMark} from '../../VerdictMark';
import {toMaskedWords} from '../event/to-masked-words';
import type {ReadyDetail} from '../ready-detail';
import {HeadersTable} from './HeadersTable';

/** The server's response, next to our verdict. */
export function ResponseTab({detail}: {detail: ReadyDetail}) {
  const {request} = detail;
  const {outcome} = request;
  switch (outcome.state) {
    case 'pending':
      return (
        <Hint title="No response yet" text="The request is still pending, or its end was not captured." />
      );
    case 'queued':
      return <Hint title="Not sent yet" text="This replay is waiting to be sent." />;
    case 'failed': {
      const error = shorten(maskText(outcome.error), 400);
      return outcome.status === undefined ? (
        <Hint
          title="No response"
          text={`The browser reports: ${error}. The server may be unreachable, or CORS or the page’s CSP may have blocked the request.`}
        />
      ) : (
        <Hint
          title="Incomplete response"
          text={`The server answered ${outcome.status}, but the response was cut off or blocked: ${error}. Check the server before you resend it.`}
        />
      );
    }
    case 'unknown':
      return (
        <Hint
          title="Delivery unknown"
          text={`${maskText(outcome.reason)} It is not sent again automatically. Check the server before you resend it.`}
        />
      );
    case 'answered':
      return <AnswerView answer={outcome} request={request} detail={detail} />;
  }
}

/** Each is an element, and a server can send a hundred thousand. */
const MAX_WARNINGS = 50;

function AnswerView({
  answer,
  request,
  detail,
}: {
  answer: Answer;
  request: CapturedRequest;
  detail: ReadyDetail;
}) {
  const {status, statusText, endedAt} = answer;
  const {message, warnings} = summarise(answer);
  const took =
    endedAt !== null && request.startedAt !== null ? formatDuration(endedAt - request.startedAt) : null;
  return (
    <div class="tab-body">
      <div class="verdicts">
        <section class="verdict-card" aria-label="Server response">
          <h3>Server response</h3>
          <p class="verdict-line">
            <span class={status >= 400 || status === 0 ? 'status status-bad' : 'status status-ok'}>
              {status === 0 ? 'no status' : status} {shorten(maskText(statusText), 80)}
            </span>
            {took !== null && <span class="quiet">after {took}</span>}
          </p>
          {message !== null && <p class="said">“{shorten(message, 300)}”</p>}
          {warnings.slice(0, MAX_WARNINGS).map((warning, index) => (
            <p class="said" key={index}>
              <VerdictMark verdict="warning" /> {shorten(warning, 300)}
            </p>
          ))}
          {warnings.length > MAX_WARNINGS && (
            <p class="said">And {countOf(warnings.length - MAX_WARNINGS, 'more warning')}.</p>
          )}
        </section>
        <OurVerdict detail={detail} />
      </div>
      <HeadersTable
        title="Response headers"
        headers={answer.headers}
        imported={request.seenBy.includes('import')}
      />
      <section class="section">
        <h3>Response body</h3>
        <AnswerText body={answer.body} />
      </section>
    </div>
  );
}

function OurVerdict({detail: {inspection}}: {detail: ReadyDetail}) {
  const errors = inspection.issues.filter(({severity}) => severity === 'error');
  const warnings = inspection.issues.filter(({severity}) => severity === 'warning');
  const [first] = [...errors, ...warnings];
  const verdict = errors.length > 0 ? 'error' : warnings.length > 0 ? 'warning' : 'ok';
  return (
    <section class="verdict-card" aria-label="Track Inspector checks">
      <h3>Track Inspector checks</h3>
      {inspection.decoded || first ? (
        <p class="verdict-line">
          <VerdictMark verdict={verdict} />
          {first ? `${countOf(errors.length, 'error')}, ${countOf(warnings.length, 'warning')}` : 'No issues'}
        </p>
      ) : (
        <p class="verdict-line">
          <VerdictMark verdict="unknown" /> Not checked
        </p>
      )}
      {first && <p class="said">{toMaskedWords(first).message}</p>}
    </section>
  );
}

const missingAnswers: Record<Extract<AnswerBody, {kind: 'missing'}>['reason'], string> = {
  'not-observed':
    'Response bodies are only available while DevTools is open on this tab. Keep it open and repeat the action.',
  opaque: 'The page sent the request with no-cors, so the browser does not show the response.',
  empty: 'The response has no body.',
  'not-text': 'The response is binary data, such as a picture, so its content is not kept.',
  navigated: 'The page was unloaded before the response was read, so the browser discarded it.',
};

function AnswerText({body}: {body: AnswerBody}) {
  if (body.kind === 'missing') return <p class="quiet">{missingAnswers[body.reason]}</p>;
  return (
    <>
      {body.cut && <p class="quiet">Only the first part was kept.</p>}
      <MaskedText label="Response body" text={body.text} />
    </>
  );
}
