import {useMemo, useState} from 'preact/hooks';
import {readBody} from '../../../../domain/decode/read-body';
import {findExactNumbers} from '../../../../domain/json/find-exact-numbers';
import {isJsonObject} from '../../../../domain/json/json-value';
import {wireFormats} from '../../../../domain/protocols/wire-formats';
import {maskEvent} from '../../../../domain/secrets/mask-event';
import type {Issue} from '../../../../domain/verdict/issue';
import {ShowCredentials} from '../../frame/ShowCredentials';
import {useStore} from '../../store-context';
import type {ReadyDetail} from '../ready-detail';
import {UnreadBody} from '../request/UnreadBody';
import {EventNames} from './EventNames';
import {EventTree} from './EventTree';
import {FieldIssue} from './FieldIssue';
import type {EventParts} from './to-tree-rows';

/** The selected event as a tree; for a batch a summary; for an unreadable body the reason. */
export function EventTab({detail}: {detail: ReadyDetail}) {
  const {tabs} = useStore();
  const {request, inspection, event} = detail;
  const onFix = (issue: Issue) => {
    const [fix = null] = issue.fixes;
    tabs.openEditor({requestId: request.id, event: issue.event, pointer: issue.pointer, fix});
  };
  const exact = useExactNumbers(detail);
  const masked = useMemo(() => (event ? maskEvent(event.value) : null), [event]);
  const [shown, setShown] = useState(false);
  if (!event && inspection.events.length > 0) return <EventNames detail={detail} onFix={onFix} />;
  if (!event) return <UnreadBody detail={detail} onFix={onFix} />;
  // That an event is a custom one is listed under Issues; repeating it for each occurrence would be distracting.
  const issues = inspection.issues.filter(
    (issue) => issue.event === event.index && issue.code !== 'unknown-event',
  );
  const whole = issues.filter(({pointer}) => pointer === '');
  const ofRequest =
    inspection.events.length === 1 ? inspection.issues.filter((issue) => issue.event === null) : [];
  return (
    <div class="tab-body tab-event">
      {[...ofRequest, ...whole].map((issue, index) => (
        // A server may report several problems of one event, with the same code and place.
        <FieldIssue key={`${index} ${issue.code}`} issue={issue} onFix={onFix} />
      ))}
      {masked !== null && <ShowCredentials shown={shown} onChange={setShown} />}
      <EventTree
        key={`${request.id} ${event.index}`}
        value={shown || masked === null ? event.value : masked}
        exact={exact}
        issues={issues}
        parts={toParts(detail)}
        onFix={onFix}
      />
    </div>
  );
}

/** Undefined if the protocol of the event is unknown, or it is not an object. */
function toParts({request, inspection: {protocol}, event}: ReadyDetail): EventParts | undefined {
  if (protocol === null || !event || !isJsonObject(event.value)) return undefined;
  const {propertiesOf, context} = wireFormats[protocol];
  return {properties: propertiesOf(event.value, request.url), context};
}

const none: ReadonlyMap<string, string> = new Map();

function useExactNumbers({request, event}: ReadyDetail): ReadonlyMap<string, string> {
  const {body, headers} = request;
  const isWanted = event !== null;
  const reading = useMemo(() => (isWanted ? readBody(body, headers) : null), [body, headers, isWanted]);
  return useMemo(
    () =>
      event && reading?.kind === 'json' ? findExactNumbers(event.value, reading.text, event.pointer) : none,
    [reading, event],
  );
}
