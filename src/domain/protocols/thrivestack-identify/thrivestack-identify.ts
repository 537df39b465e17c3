import {createTraitProtocol} from '../thrivestack/calls/create-trait-protocol';
import {checkUserAccount} from './check-user-account';
import {identifyApi} from './documents';
import {toIdentifySchema} from './identify-schema';
import {thrivestackIdentifyWire} from './thrivestack-identify-wire';

/** ThriveStack's Identify API in all generations of its documents: what one of them shows is not called wrong. */
export const thrivestackIdentify = createTraitProtocol({
  format: thrivestackIdentifyWire,
  cite: identifyApi,
  scopes: ['telemetry_apis', 'identify_api'],
  expectedBody: 'an array of identify calls',
  fields: ['user_id', 'traits', 'context', 'timestamp'],
  toSchema: toIdentifySchema,
  checkAccount: checkUserAccount,
});
