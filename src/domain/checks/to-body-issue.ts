import type {BodyFinding} from '../decode/body-finding';
import type {FixCode} from '../edit/fixes/fix-code';
import type {JsonErrorCause} from '../json/faults/json-error-cause';
import type {Issue} from '../verdict/issue';
import {toIssue} from '../verdict/to-issue';

/** The issue of a finding from reading the body. `expected`: `Protocol.expectedBody`. */
export function toBodyIssue(finding: BodyFinding, expected: string): Issue {
  const {code} = finding;
  const place = {event: null, pointer: '', ...('position' in finding ? {position: finding.position} : {})};
  if (code === 'empty-body' || code === 'no-body') return toIssue(code, {...place, params: {expected}});
  if (code === 'byte-order-mark')
    return toIssue(code, {...place, params: {}, fixes: ['remove-byte-order-mark']});
  if (code === 'too-deep')
    return toIssue(code, {...place, params: finding, severity: finding.isRead ? 'warning' : 'error'});
  if (code !== 'invalid-json') return toIssue(code, {...place, params: finding});
  const {offset, line, column, cause} = finding.error;
  return toIssue(code, {
    ...place,
    params: finding,
    fixes: jsonFixes[cause] ?? [],
    position: {offset, line, column},
  });
}

const jsonFixes: Partial<Record<JsonErrorCause, readonly FixCode[]>> = {
  'trailing-comma': ['remove-trailing-comma'],
  comments: ['remove-comments'],
  'byte-order-mark': ['remove-byte-order-mark'],
};
