import {createTraitProtocol} from '../thrivestack/calls/create-trait-protocol';
import {checkGroup} from './check-group';
import {groupApi} from './documents';
import {toGroupSchema} from './group-schema';
import {thrivestackGroupWire} from './thrivestack-group-wire';

/** ThriveStack's Group API in all generations of its documents: what one of them shows is not called wrong. */
export const thrivestackGroup = createTraitProtocol({
  format: thrivestackGroupWire,
  cite: groupApi,
  scopes: ['telemetry_apis', 'group_api'],
  expectedBody: 'an array of group calls',
  fields: ['group_id', 'groupId', 'user_id', 'traits', 'context', 'timestamp'],
  toSchema: toGroupSchema,
  checkAccount: checkGroup,
});
