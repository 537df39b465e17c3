import type {Issue} from '../../../../domain/verdict/issue';
import {VerdictMark} from '../../VerdictMark';
import {toFixTitle} from './to-fix-title';

interface FieldIssueProps {
  issue: Issue;
  onFix?: ((issue: Issue) => void) | undefined;
}

/** What was found, what is expected, which document says so, and a way to mend it. */
export function FieldIssue({issue, onFix}: FieldIssueProps) {
  const [fix] = issue.fixes;
  return (
    <div class="issue" data-severity={issue.severity} data-code={issue.code}>
      <VerdictMark verdict={issue.severity} />
      <div class="issue-text">
        <p class="issue-message">{issue.message}</p>
        <p class="issue-facts">
          {issue.found !== '' && (
            <span>
              found <code>{issue.found}</code>
            </span>
          )}
          {issue.expected !== '' && <span>expected {issue.expected}</span>}
          {issue.position && (
            <span>
              line {issue.position.line}, column {issue.position.column}
            </span>
          )}
          <span class="issue-source">{issue.source}</span>
        </p>
      </div>
      {fix && onFix && (
        <button
          type="button"
          class="button button-small"
          aria-label={`Fix: ${toFixTitle(fix)}`}
          title={toFixTitle(fix)}
          onClick={() => onFix(issue)}
        >
          Fix…
        </button>
      )}
    </div>
  );
}
