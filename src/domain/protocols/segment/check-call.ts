import {reportWrongType} from '../../checks/shape/report-wrong-type';
import {isJsonObject, type JsonObject} from '../../json/json-value';
import type {DecodedEvent} from '../../verdict/inspection';
import type {AddIssue, CheckContext} from '../protocol';
import type {EventType} from '../wire-format';
import type {CallRules} from './call-rules';
import {readCallType} from './call-type';
import {checkCallIds} from './check-call-ids';
import {checkCallTimes} from './check-call-times';
import {checkCallType} from './check-call-type';
import {checkGroupTraits} from './check-group-traits';
import type {Dialect} from './dialect';

/** All documented checks of one call: group calls completely, others by the fields they share. */
export function checkCall(
  event: DecodedEvent & {value: JsonObject},
  context: CheckContext,
  {dialect, getRules}: {dialect: Dialect; getRules(type: EventType | null): CallRules},
  add: AddIssue,
): void {
  const {index, value} = event;
  const type = readCallType(value, context.request.url);
  const rules = getRules(type);
  checkCallType(event, context, add);
  checkCallIds(index, value, type, dialect, add);
  rules.shape.check(value, (fault) => {
    // null and "" mean no value for any type; if a value is required, that has already been reported.
    if (fault.value !== null && fault.value !== '') reportWrongType(index, fault, add);
  });
  checkCallTimes(index, value, context, add);
  if (type === 'group' && isJsonObject(value.traits))
    checkGroupTraits(index, value.traits, rules, dialect, add);
}
