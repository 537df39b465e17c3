import {isBlank} from '../../../checks/placeholders';
import {reportWrongType} from '../../../checks/shape/report-wrong-type';
import type {ShapeFault} from '../../../checks/shape/shape';
import type {JsonObject} from '../../../json/json-value';
import type {DecodedEvent} from '../../../verdict/inspection';
import {toIssue} from '../../../verdict/to-issue';
import type {AddIssue} from '../../protocol';
import {describeMissingUser} from './describe-missing-user';
import {findMisspelt} from './find-misspelt';

/** Reports a place that does not match the schema. */
export function reportFault(
  event: DecodedEvent & {value: JsonObject},
  fault: ShapeFault,
  add: AddIssue,
): void {
  const {pointer, value} = fault;
  const isMissing = value === undefined || value === null || value === '';
  if (pointer === '/event_name' && isMissing) reportMissingName(event, value, add);
  else if (pointer === '/user_id' && isMissing)
    add(toIssue('missing-user-id', describeMissingUser(event, value)));
  // `checkGroupId` reports what is missing in the context.
  else if (pointer === '/context/group_id' && isMissing) return;
  else if (pointer === '/context' && value === undefined) return;
  else reportWrongType(event.index, fault, add);
}

/** Reports a name and a user that are only white space, which the schema accepts. */
export function reportBlanks(event: DecodedEvent & {value: JsonObject}, add: AddIssue): void {
  const {event_name, user_id} = event.value;
  if (isWhiteSpace(event_name)) reportMissingName(event, event_name, add);
  if (isWhiteSpace(user_id)) add(toIssue('missing-user-id', describeMissingUser(event, user_id)));
}

function isWhiteSpace(value: unknown): boolean {
  return value !== '' && typeof value === 'string' && isBlank(value);
}

function reportMissingName(event: DecodedEvent & {value: JsonObject}, value: unknown, add: AddIssue): void {
  const legacy = event.value.event;
  if (typeof legacy === 'string' && !isBlank(legacy)) {
    add(
      toIssue('legacy-event-field', {
        event: event.index,
        pointer: '/event_name',
        params: {name: legacy},
        fixes: ['rename-legacy-event'],
      }),
    );
    return;
  }
  const misspelt = findMisspelt(event.value, eventNameSpellings);
  add(
    toIssue('missing-event-name', {
      event: event.index,
      pointer: '/event_name',
      params: {value, misspelt, example: 'signed_up'},
    }),
  );
}

const eventNameSpellings = ['eventName', 'EventName', 'event-name', 'name'];
