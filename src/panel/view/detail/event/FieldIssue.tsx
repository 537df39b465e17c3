import type {FixCode} from '../../../../domain/edit/fixes/fix-code';
import type {Issue} from '../../../../domain/verdict/issue';
import {SourceLink} from '../../SourceLink';
import {VerdictMark} from '../../VerdictMark';
import {toMaskedWords} from './to-masked-words';

interface FieldIssueProps {
  issue: Issue;
  onFix?: ((issue: Issue) => void) | undefined;
}

/** An issue, the expected value, its source, and its fix. */
export function FieldIssue({issue, onFix}: FieldIssueProps) {
  const [fix] = issue.fixes;
  const {message, found, expected} = toMaskedWords(issue);
  return (
    <div class="issue" data-severity={issue.severity} data-code={issue.code}>
      <VerdictMark verdict={issue.severity} />
      <div class="issue-text">
        <p class="issue-message">{message}</p>
        <p class="issue-facts">
          {found !== '' && (
            <span>
              found <code>{found}</code>
            </span>
          )}
          {expected !== '' && <span>expected {expected}</span>}
          {issue.position && (
            <span>
              line {issue.position.line}, column {issue.position.column}
            </span>
          )}
          <SourceLink source={issue.source} />
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

/** "timestamp-to-utc" → "timestamp to UTC" */
function toFixTitle(code: FixCode): string {
  return code.replaceAll('-', ' ').replace(/\b(utc|id|json)\b/g, (word) => word.toUpperCase());
}
