import {checkTimestampField} from '../../../checks/timestamp/check-timestamp-field';
import {isJsonObject, type JsonObject} from '../../../json/json-value';
import type {DecodedEvent} from '../../../verdict/inspection';
import type {AddIssue, CheckContext} from '../../protocol';
import {getEventRules} from '../event-rules';
import {checkGroupId} from './check-group-id';
import {checkName} from './check-name';
import {checkPlaceholders} from './check-placeholders';
import {checkProperties} from './check-properties';
import {reportBlanks, reportFault} from './report-fault';

type ObjectEvent = DecodedEvent & {value: JsonObject};

/** All checks of ThriveStack's documents for one event. */
export function checkEvent(event: ObjectEvent, context: CheckContext, add: AddIssue): void {
  const rules = getEventRules(event.name);
  const {value} = event;
  rules.shape.check(value, (fault) => reportFault(event, fault, add));
  reportBlanks(event, add);
  checkName(event, rules.standard !== null, add);
  checkTimestampField(event, value.timestamp, context.sentAt, add);
  checkGroupId(event, rules.standard, add);
  checkPlaceholders(event, add);
  checkProperties(event, isJsonObject(value.properties) ? value.properties : null, rules, add);
}
