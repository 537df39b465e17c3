import type * as z from '../../zod';
import {date, text, texts} from '../fields';
import {toCallSchema} from '../thrivestack/calls/call-schema';
import {userEnriched} from '../thrivestack/events/user-enriched';
import {identifyApi, identifyOpenApi} from './documents';

/** All documented fields of an identify call; additional traits are always permitted. */
export function toIdentifySchema(): z.ZodMiniType {
  const reserved = identifyApi('Reserved traits');
  const openApi = identifyOpenApi('traits');
  return toCallSchema(identifyApi, {
    own: {},
    user: 'The unique identifier of the user. Use a stable database ID.',
    traitsOf: 'the user',
    traits: {
      ...userEnriched.properties(),
      ...texts(
        {
          user_email: 'Email address of the user.',
          user_name: 'Full display name of the user.',
          first_name: 'First name.',
          last_name: 'Last name.',
          phone: 'Phone number.',
          avatar: 'URL of the picture of the user.',
          title: 'Job title or role.',
          username: 'Username or handle.',
          plan: 'Current subscription plan, such as free or pro.',
        },
        reserved,
      ),
      created_at: date({description: 'When the user account was created, in ISO 8601.', source: reserved}),
      email: text({description: 'Email address of the user. It is now called user_email.', source: openApi}),
      name: text({description: 'Name of the user. It is now called user_name.', source: openApi}),
    },
  });
}
