import {useState} from 'preact/hooks';
import {toEventLabel} from '../../../../domain/verdict/event-label';
import type {Issue} from '../../../../domain/verdict/issue';
import {countOf, formatCount} from '../../format/format-count';
import {shorten} from '../../format/shorten';
import {Hint} from '../../frame/Hint';
import {SourceLink} from '../../SourceLink';
import {useStore} from '../../store-context';
import {VerdictMark} from '../../VerdictMark';
import type {ReadyDetail} from '../ready-detail';
import {toMaskedWords} from './to-masked-words';
import {toShownIssues} from './to-shown-issues';

const STEP = 200;

/** All issues of the selected row; a click goes to the field. */
export function IssuesTab({detail}: {detail: ReadyDetail}) {
  const [limit, setLimit] = useState(STEP);
  const issues = toShownIssues(detail);
  if (issues.length === 0) return <NoIssues detail={detail} />;
  const left = issues.length - limit;
  return (
    <div class="tab-body">
      <ul class="issues" aria-label={countOf(issues.length, 'issue')}>
        {issues.slice(0, limit).map((issue, index) => (
          <IssueItem key={index} issue={issue} detail={detail} />
        ))}
      </ul>
      {left > 0 && (
        <button type="button" class="button" onClick={() => setLimit(limit + STEP)}>
          Show more ({formatCount(left)} left)
        </button>
      )}
    </div>
  );
}

function IssueItem({issue, detail}: {issue: Issue; detail: ReadyDetail}) {
  const {tabs} = useStore();
  const event = issue.event === null ? null : detail.inspection.events[issue.event];
  const goTo = () => {
    if (issue.event === null) tabs.show(detail.inspection.decoded ? 'event' : 'request');
    else tabs.goToField(detail.request.id, issue.event, issue.pointer);
  };
  return (
    <li data-code={issue.code}>
      <button type="button" class="issue-link" data-severity={issue.severity} onClick={goTo}>
        <VerdictMark verdict={issue.severity} />
        <span class="issue-text">
          <span class="issue-message">{toMaskedWords(issue).message}</span>
          <span class="issue-facts">
            <code>{issue.code}</code>
            {event && (
              <span>
                event {formatCount(event.index + 1)} {shorten(toEventLabel(event) ?? '', 60)}
              </span>
            )}
            {issue.pointer !== '' && <code>{shorten(issue.pointer, 120)}</code>}
          </span>
        </span>
      </button>
      <SourceLink source={issue.source} />
    </li>
  );
}

function NoIssues({detail: {inspection}}: {detail: ReadyDetail}) {
  return inspection.decoded ? (
    <Hint title="No issues" text="All checks passed." />
  ) : (
    <Hint title="Not checked" text="The events could not be read, so they were not checked." />
  );
}
