import {getHeader} from '../../../capture/headers';
import {checkServerAnswer} from '../../../checks/check-server-answer';
import type {Issue} from '../../../verdict/issue';
import {toIssue} from '../../../verdict/to-issue';
import type {AddIssue, CheckContext} from '../../protocol';
import {checkCredentials} from './check-credentials';

/** The checks of the request as a whole. */
export function checkRequest(
  verdict: {decoded: boolean; issues: readonly Issue[]},
  context: CheckContext,
  scopes: readonly string[],
  add: AddIssue,
): void {
  checkCredentials(context, scopes, add);
  checkContentType(context, add);
  checkServerAnswer(verdict, context.request, add);
}

const expected = 'application/json';

function checkContentType({request}: CheckContext, add: AddIssue): void {
  const {headers, body} = request;
  if (headers.state !== 'known' || body.kind === 'none' || body.kind === 'form') return;
  const header = getHeader(headers, 'content-type');
  if (header?.value === null) return;
  const found = header?.value ?? '';
  if (/^\s*application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(found)) return;
  add(toIssue('unexpected-content-type', {event: null, pointer: '', params: {found, expected}}));
}
