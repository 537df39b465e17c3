import {text} from '../fields';
import {createCallProtocol} from '../segment/create-call-protocol';
import {toGroupTraits} from '../segment/group-traits';

/** journy.io: "100% compatible with Segment", with a reserved trait and opinions on null of its own. */
export const journy = createCallProtocol({
  id: 'journy',
  title: 'journy.io',
  vendor: 'journy.io',
  seed: 'seed 002',
  takesUnixDates: false,
  tellsNullTraits: true,
  traits: () => ({
    ...toGroupTraits('seed 002'),
    status: text({
      description: 'Subscription status.',
      source: 'seed 002, Traits',
      values: ['lead', 'trial', 'trial_expired', 'paying', 'churn'],
    }),
  }),
});
