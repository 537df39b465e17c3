import {useMemo, useState} from 'preact/hooks';
import {readBody} from '../../../../domain/decode/read-body';
import {findExactNumbers} from '../../../../domain/json/find-exact-numbers';
import {isJsonObject} from '../../../../domain/json/json-value';
import {wireFormats} from '../../../../domain/protocols/wire-formats';
import {maskEvent} from '../../../../domain/secrets/mask-event';
import type {DecodedEvent} from '../../../../domain/verdict/inspection';
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
  const {body, headers} = request;
  const isRead = event !== null;
  // Once for all events of a batch.
  const reading = useMemo(() => (isRead ? readBody(body, headers) : null), [body, headers, isRead]);
  const text = reading?.kind === 'json' ? reading.text : null;
  if (!event && inspection.events.length > 0) return <EventNames detail={detail} onFix={onFix} />;
  if (!event) return <UnreadBody detail={detail} onFix={onFix} />;
  // In the next event credentials are masked again, and other fields are collapsed.
  const key = `${request.id} ${event.index}`;
  return <OneEvent key={key} detail={detail} event={event} text={text} onFix={onFix} />;
}

const none: ReadonlyMap<string, string> = new Map();

interface OneEventProps {
  detail: ReadyDetail;
  event: DecodedEvent;
  /** The JSON of its request; null: it is not JSON. */
  text: string | null;
  onFix(issue: Issue): void;
}

function OneEvent({detail, event, text, onFix}: OneEventProps) {
  const {tabs} = useStore();
  const {request, inspection} = detail;
  const exact = useMemo(
    () => (text === null ? none : findExactNumbers(event.value, text, event.pointer)),
    [text, event],
  );
  const masked = useMemo(() => maskEvent(event.value), [event]);
  const [shown, setShown] = useState(false);
  // That an event is a custom one is listed under Issues; repeating it for each occurrence would be distracting.
  const issues = inspection.issues.filter(
    (issue) => issue.event === event.index && issue.code !== 'unknown-event',
  );
  const whole = issues.filter(({pointer}) => pointer === '');
  const ofRequest =
    inspection.events.length === 1 ? inspection.issues.filter((issue) => issue.event === null) : [];
  const target = tabs.target.value;
  const isTargeted = target?.id === request.id && target.event === event.index;
  return (
    <div class="tab-body tab-event">
      {[...ofRequest, ...whole].map((issue, index) => (
        // A server may report several problems of one event, with the same code and place.
        <FieldIssue key={`${index} ${issue.code}`} issue={issue} onFix={onFix} />
      ))}
      {masked !== null && <ShowCredentials shown={shown} onChange={setShown} />}
      <EventTree
        value={shown || masked === null ? event.value : masked}
        exact={exact}
        issues={issues}
        parts={toParts(detail, event)}
        target={isTargeted ? target.pointer : null}
        onReach={tabs.takeTarget}
        onFix={onFix}
      />
    </div>
  );
}

/** Undefined if the protocol of the event is unknown, or it is not an object. */
function toParts({request, inspection}: ReadyDetail, event: DecodedEvent): EventParts | undefined {
  const {protocol} = inspection;
  if (protocol === null || !isJsonObject(event.value)) return undefined;
  const {propertiesOf, context} = wireFormats[protocol];
  return {properties: propertiesOf(event.value, request.url), context};
}
