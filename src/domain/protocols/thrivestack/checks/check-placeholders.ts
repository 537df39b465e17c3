import {checkPlaceholderId} from '../../../checks/check-placeholder-id';
import {isJsonObject, type JsonObject} from '../../../json/json-value';
import type {DecodedEvent} from '../../../verdict/inspection';
import type {AddIssue} from '../../protocol';

/** Reports placeholders in place of IDs, such as "undefined". */
export function checkPlaceholders(event: DecodedEvent & {value: JsonObject}, add: AddIssue): void {
  const {user_id, context} = event.value;
  checkPlaceholderId(event.index, '/user_id', user_id, add);
  if (isJsonObject(context)) checkPlaceholderId(event.index, '/context/group_id', context.group_id, add);
}
