import type {Issue} from '../../../domain/checks/issue';
import {useStore} from '../store-context';
import {EventNames} from './EventNames';
import {EventTree} from './EventTree';
import {FieldIssue} from './FieldIssue';
import type {ReadyDetail} from './ready-detail';
import {UnreadBody} from './UnreadBody';

/** The selected event as a tree; of a batch, what is in it; of an unreadable body, why. */
export function EventTab({detail}: {detail: ReadyDetail}) {
  const {tabs} = useStore();
  const {request, inspection, event} = detail;
  const onFix = (issue: Issue) => {
    const [fix = null] = issue.fixes;
    tabs.openEditor({requestId: request.id, event: issue.event, pointer: issue.pointer, fix});
  };
  if (!event && inspection.events.length > 0) return <EventNames detail={detail} onFix={onFix} />;
  if (!event) return <UnreadBody detail={detail} onFix={onFix} />;
  const issues = inspection.issues.filter((issue) => issue.event === event.index);
  const whole = issues.filter(({pointer}) => pointer === '');
  const ofRequest =
    inspection.events.length === 1 ? inspection.issues.filter((issue) => issue.event === null) : [];
  return (
    <div class="tab-body tab-event">
      {[...ofRequest, ...whole].map((issue) => (
        <FieldIssue key={`${issue.code}${issue.pointer}`} issue={issue} onFix={onFix} />
      ))}
      <EventTree key={`${request.id} ${event.index}`} value={event.value} issues={issues} onFix={onFix} />
    </div>
  );
}
