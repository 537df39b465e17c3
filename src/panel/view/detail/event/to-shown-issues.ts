import type {Issue} from '../../../../domain/verdict/issue';
import type {ReadyDetail} from '../ready-detail';

const order = {error: 0, warning: 1, info: 2} as const;

/** The issues of the selected event with those of its request; for a request selected as a whole, all. Most severe first. */
export function toShownIssues({inspection, event}: Pick<ReadyDetail, 'inspection' | 'event'>): Issue[] {
  const shown = inspection.issues.filter(
    (issue) => !event || issue.event === null || issue.event === event.index,
  );
  return shown.sort((a, b) => order[a.severity] - order[b.severity]);
}
