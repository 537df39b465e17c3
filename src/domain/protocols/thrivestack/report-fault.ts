import {reportWrongType} from '../../checks/shape/report-wrong-type';
import type {ShapeFault} from '../../checks/shape/shape';
import {isJsonObject, type JsonObject} from '../../json/json-value';
import type {DecodedEvent} from '../../verdict/inspection';
import {toIssue} from '../../verdict/to-issue';
import type {AddIssue} from '../protocol';

/** Puts a place where the shape does not fit into words. */
export function reportFault(
  event: DecodedEvent & {value: JsonObject},
  fault: ShapeFault,
  add: AddIssue,
): void {
  const {pointer, value} = fault;
  const isMissing = value === undefined || value === null || value === '';
  if (pointer === '/event_name' && isMissing) reportMissingName(event, value, add);
  else if (pointer === '/user_id' && isMissing) reportMissingUser(event, value, add);
  // What is missing of the context is spoken of by `checkGroupId`.
  else if (pointer === '/context/group_id' && isMissing) return;
  else if (pointer === '/context' && value === undefined) return;
  else reportWrongType(event.index, fault, add);
}

function reportMissingName(event: DecodedEvent & {value: JsonObject}, value: unknown, add: AddIssue): void {
  const legacy = event.value.event;
  if (typeof legacy === 'string' && legacy !== '') {
    add(
      toIssue('legacy-event-field', {
        event: event.index,
        pointer: '/event_name',
        message: `event_name is missing, found legacy \`event\` with ${JSON.stringify(legacy.slice(0, 60))}; rename the field event to event_name.`,
        expected: 'event_name',
        found: 'event',
        fixes: ['rename-legacy-event'],
      }),
    );
    return;
  }
  add(
    toIssue('missing-event-name', {
      event: event.index,
      pointer: '/event_name',
      message: `event_name is ${describeMissing(value)}${nameMisspelt(event.value, eventNameSpellings)}; name what happened, for example "signed_up".`,
      expected: 'a name, such as "signed_up"',
      found: showMissing(value),
    }),
  );
}

function reportMissingUser(event: DecodedEvent & {value: JsonObject}, value: unknown, add: AddIssue): void {
  // The vendor's own script sends "" until setUser() was called, and knows the visitor by a device_id.
  const {context} = event.value;
  const isBeforeLogin = value === '' && isJsonObject(context) && typeof context.device_id === 'string';
  add(
    toIssue('missing-user-id', {
      event: event.index,
      pointer: '/user_id',
      message: `user_id is ${describeMissing(value)}${isBeforeLogin ? ", as the vendor's script sends it before login" : nameMisspelt(event.value, userIdSpellings)}; send the id of the user who triggered the event.`,
      expected: 'the id of the user',
      found: showMissing(value),
      ...(isBeforeLogin ? {severity: 'warning' as const} : {}),
    }),
  );
}

const eventNameSpellings = ['eventName', 'EventName', 'event-name', 'name'];
const userIdSpellings = ['userId', 'userID', 'user-id', 'uid'];

/** What a field was called instead, if one of the usual ways. */
function nameMisspelt(value: JsonObject, spellings: readonly string[]): string {
  const found = spellings.find((spelling) => Object.hasOwn(value, spelling));
  return found === undefined ? '' : ` (found \`${found}\`, which nobody reads)`;
}

function describeMissing(value: unknown): string {
  return value === undefined ? 'missing' : value === null ? 'null' : 'empty';
}

function showMissing(value: unknown): string {
  return value === undefined ? '' : value === null ? 'null' : '""';
}
