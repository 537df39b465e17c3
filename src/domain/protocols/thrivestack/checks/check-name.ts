import {checkPlaceholderName} from '../../../checks/check-placeholder-id';
import {isBlank} from '../../../checks/placeholders';
import {isJsonObject, type JsonObject} from '../../../json/json-value';
import type {DecodedEvent} from '../../../verdict/inspection';
import {toIssue} from '../../../verdict/to-issue';
import type {AddIssue} from '../../protocol';
import {isKnownCustomEvent} from '../standard-events';
import {findNearMiss} from './find-near-miss';

/** Reports a custom name, and one that is similar to a standard name. */
export function checkName(
  event: DecodedEvent & {value: JsonObject},
  isStandard: boolean,
  add: AddIssue,
): void {
  const {name, index} = event;
  if (isStandard || name === null || isKnownCustomEvent(name)) return;
  const pointer = event.value.event_name === name ? '/event_name' : '/event';
  if (!isTextName(event, pointer) || isBlank(name)) return;
  if (checkPlaceholderName(index, pointer, name, add)) return;
  const likely = findNearMiss(name);
  add(
    likely === null
      ? toIssue('unknown-event', {
          event: index,
          pointer,
          params: {name},
        })
      : toIssue('near-miss-event-name', {
          event: index,
          pointer,
          params: {name, likely},
          suggestion: {kind: 'set', value: likely},
          fixes: ['rename-event-name'],
        }),
  );
}

/** A name made from a number is already reported as a wrong type. */
function isTextName(event: DecodedEvent, pointer: '/event_name' | '/event'): boolean {
  const {value} = event;
  return isJsonObject(value) && typeof value[pointer === '/event_name' ? 'event_name' : 'event'] === 'string';
}
