import {isRealId} from '../../checks/is-real-id';
import {isBlank} from '../../checks/placeholders';
import {isJsonObject, type JsonObject} from '../../json/json-value';
import {toIssue} from '../../verdict/to-issue';
import type {AddIssue} from '../protocol';
import type {ObjectEvent} from '../thrivestack/object-event';
import {identifyApi} from './documents';

/**
 * Reports an identify call without an account. A warning: today's page calls context.group_id optional, but needed to
 * link the user to the account; the OpenAPI document requires it.
 */
export function checkUserAccount({index, value}: ObjectEvent, add: AddIssue): void {
  const {context} = value;
  const id = isJsonObject(context) ? context.group_id : undefined;
  if (!isBlank(id)) return;
  const elsewhere = findElsewhere(value);
  add(
    toIssue('missing-group-id', {
      event: index,
      pointer: '/context/group_id',
      params: {value: id, elsewhere, name: null},
      severity: 'warning',
      source: identifyApi('Request body'),
      fixes: elsewhere === null ? ['add-group-id'] : ['move-group-id'],
    }),
  );
}

function findElsewhere({group_id, groupId, context}: JsonObject): string | null {
  if (isRealId(group_id)) return '/group_id';
  if (isRealId(groupId)) return '/groupId';
  return isJsonObject(context) && isRealId(context.groupId) ? '/context/groupId' : null;
}
