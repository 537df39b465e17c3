import {isBlank} from '../../checks/placeholders';
import {isJsonObject} from '../../json/json-value';
import {toIssue} from '../../verdict/to-issue';
import type {AddIssue} from '../protocol';
import {findMisspelt} from '../thrivestack/checks/find-misspelt';
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
  const key = findMisspelt(value, ['group_id', 'groupId']);
  const elsewhere =
    key === null && isJsonObject(context) && Object.hasOwn(context, 'groupId')
      ? '/context/groupId'
      : key && `/${key}`;
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
