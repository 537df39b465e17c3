import {journyGroup} from '../../verdict/documents';
import {text} from '../fields';
import {createCallProtocol} from '../segment/create-call-protocol';
import {toGroupTraits} from '../segment/group-traits';
import {journyWire} from './journy-wire';

/** journy.io: "100% compatible with Segment", but with a reserved trait and its own rules for null. */
export const journy = createCallProtocol({
  format: journyWire,
  vendor: 'journy.io',
  groupSpec: journyGroup,
  takesUnixDates: false,
  tellsNullTraits: true,
  traits: () => ({
    ...toGroupTraits(journyGroup('Traits')),
    status: text({
      description: 'Subscription status.',
      source: journyGroup('Traits'),
      values: ['lead', 'trial', 'trial_expired', 'paying', 'churn'],
    }),
  }),
});
