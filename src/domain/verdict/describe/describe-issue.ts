import {escapeHidden} from '../../bytes/hidden-characters';
import {countOf} from '../format-count';
import type {Issue} from '../issue';
import {withSentNumber} from '../sent-number';
import type {Place, Wording} from './wording';
import {words} from './words';

/**
 * The text of an issue: made only here, as the last step before it is shown or exported. `position` replaces the
 * issue's own if the text is shown with other line breaks than it was sent with. Invisible characters of captured
 * text are escaped.
 */
export function describeIssue(issue: Issue, position: Place['position'] = issue.position): Wording {
  if (issue.rest !== undefined) return {message: describeRest(issue, issue.rest), expected: '', found: ''};
  // `toIssue` only accepts the params of the code, so the two match.
  const describe = words[issue.code] as (params: Issue['params'], place: Place) => Partial<Wording>;
  const place = {event: issue.event, pointer: issue.pointer, ...(position ? {position} : {})};
  const params = issue.exact === undefined ? issue.params : withSentNumber(issue.params, issue.exact);
  const {message = '', expected = '', found = ''} = describe(params, place);
  return {
    message: escapeHidden(message),
    expected: escapeHidden(expected),
    found: escapeHidden(found),
  };
}

function describeRest({code}: Issue, rest: number): string {
  return `${countOf(rest, 'more event')} of this request ${rest === 1 ? 'has' : 'have'} the same issue (${code}).`;
}
