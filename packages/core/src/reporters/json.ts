import type {Reporter, VerdictIssue} from '../judge/verdict';
import {toSafeJson} from './safe-text';

/** The verdict itself, as `schema/verdict.json` describes it. */
export const json: Reporter = (verdict, {quiet}) => {
  const left = (issues: VerdictIssue[]) =>
    quiet ? issues.filter(({severity}) => severity === 'error') : issues;
  const shown = {
    ...verdict,
    requests: verdict.requests.map((request) => ({...request, issues: left(request.issues)})),
    session: left(verdict.session),
  };
  return `${toSafeJson(JSON.stringify(shown, null, 2))}\n`;
};
