import type {Issue} from '../../../../domain/verdict/issue';
import {Hint} from '../../frame/Hint';
import {useStore} from '../../store-context';
import {FieldIssue} from '../event/FieldIssue';
import type {ReadyDetail} from '../ready-detail';
import {missingBodies} from './explain-missing-body';

/** A request without readable events: what happened, where the body is broken, and what to do. */
export function UnreadBody({detail, onFix}: {detail: ReadyDetail; onFix(issue: Issue): void}) {
  const {tabs} = useStore();
  const {body} = detail.request;
  const {issues} = detail.inspection;
  return (
    <div class="tab-body">
      {body.kind === 'missing' && <Hint title="Body unavailable" text={toSentence(body.reason)} />}
      {body.kind === 'cut' && <Hint title="Body incomplete" text={toSentence(body.reason)} />}
      {body.kind === 'none' && (
        <Hint title="No body" text="This request was sent without a body, so it contains no events." />
      )}
      {issues.map((issue, index) => (
        <FieldIssue key={`${index} ${issue.code}`} issue={issue} onFix={onFix} />
      ))}
      {body.kind === 'bytes' && (
        <button type="button" class="button" onClick={() => tabs.show('request')}>
          Show the body as sent
        </button>
      )}
    </div>
  );
}

function toSentence(reason: keyof typeof missingBodies): string {
  const {why, remedy} = missingBodies[reason];
  return `${why} ${remedy}`;
}
