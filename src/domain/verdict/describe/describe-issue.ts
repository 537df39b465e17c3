import {countOf} from '../format-count';
import type {Issue} from '../issue';
import {withSentNumber} from '../sent-number';
import type {Place, Wording} from './wording';
import {words} from './words';

/**
 * The words of an issue: the one place where they are made, as the last step before they are shown or exported.
 * `position` stands in for the issue's own where the text is shown in other lines than it was sent.
 */
export function describeIssue(issue: Issue, position: Place['position'] = issue.position): Wording {
  if (issue.rest !== undefined) return {message: describeRest(issue, issue.rest), expected: '', found: ''};
  // `toIssue` takes only the params of the code, so the two belong together.
  const describe = words[issue.code] as (params: Issue['params'], place: Place) => Partial<Wording>;
  const place = {event: issue.event, pointer: issue.pointer, ...(position ? {position} : {})};
  const params = issue.exact === undefined ? issue.params : withSentNumber(issue.params, issue.exact);
  return {message: '', expected: '', found: '', ...describe(params, place)};
}

function describeRest({code}: Issue, rest: number): string {
  return `${countOf(rest, 'more event')} of this request ${rest === 1 ? 'has' : 'have'} the same issue (${code}).`;
}
