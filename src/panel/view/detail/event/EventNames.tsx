import {groupBy} from '../../../../domain/group-by';
import type {Issue} from '../../../../domain/verdict/issue';
import {EventTitle} from '../../EventTitle';
import {countOf, formatCount} from '../../format/format-count';
import {useStore} from '../../store-context';
import type {ReadyDetail} from '../ready-detail';
import {LimitMeter} from '../request/LimitMeter';
import {FieldIssue} from './FieldIssue';

const MAX_NAMES = 200;

/** A summary of a batch: its size, its own issues, and the number of each event. */
export function EventNames({detail, onFix}: {detail: ReadyDetail; onFix(issue: Issue): void}) {
  const {selection} = useStore();
  const {request, inspection} = detail;
  const faulty = new Set(
    inspection.issues.flatMap(({event, severity}) => (severity === 'error' ? [event] : [])),
  );
  const groups = [...groupBy(inspection.events, ({type, name}) => JSON.stringify([type, name]))];
  return (
    <div class="tab-body">
      <LimitMeter size={inspection.size} />
      {inspection.issues
        .filter((issue) => issue.event === null)
        .map((issue, index) => (
          <FieldIssue key={`${index} ${issue.code}`} issue={issue} onFix={onFix} />
        ))}
      <table class="facts">
        <thead>
          <tr>
            <th scope="col">Event</th>
            <th scope="col" class="number">
              Times
            </th>
            <th scope="col" class="number">
              With errors
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.slice(0, MAX_NAMES).map(([key, events]) => {
            const bad = events.filter((event) => faulty.has(event.index));
            const first = bad[0] ?? events[0];
            return (
              <tr key={key}>
                <th scope="row">
                  <button
                    type="button"
                    class="link"
                    onClick={() => first && selection.select({id: request.id, event: first.index})}
                  >
                    {events[0] && <EventTitle event={events[0]} maxLength={120} />}
                  </button>
                </th>
                <td class="number">{formatCount(events.length)}</td>
                <td class="number">{bad.length > 0 ? formatCount(bad.length) : '–'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {groups.length > MAX_NAMES && (
        <p class="quiet">And {countOf(groups.length - MAX_NAMES, 'more name')}, in the list.</p>
      )}
    </div>
  );
}
