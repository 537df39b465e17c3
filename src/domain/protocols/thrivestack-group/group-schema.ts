import {fieldFacts} from '../../checks/shape/field-facts';
import * as z from '../../zod';
import {date, number, texts} from '../fields';
import {toCallSchema} from '../thrivestack/calls/call-schema';
import {groupEnriched} from '../thrivestack/events/group-enriched';
import {groupApi, groupApi2025} from './documents';

/** All documented fields of a group call; additional traits are always permitted. */
export function toGroupSchema(): z.ZodMiniType {
  const reserved = groupApi('Reserved traits');
  return toCallSchema(groupApi, {
    own: {
      group_id: z
        .string()
        .check(z.minLength(1))
        .register(fieldFacts, {
          documentedType: 'String',
          description:
            'The unique identifier of the account. It stays the same for as long as the account exists.',
          source: groupApi('Request body'),
        }),
    },
    user: 'The user who belongs to this account.',
    traitsOf: 'the account',
    traits: {
      ...groupEnriched.properties(),
      ...texts(
        {name: 'Name of the account.', planName: 'Pricing plan.', domain: 'Domain of the account.'},
        groupApi2025('Group Traits'),
      ),
      ...texts(
        {
          account_name: 'Display name of the account.',
          account_domain: 'Primary domain of the account.',
          group_type: 'Kind of group, such as Account or Team.',
          industry: 'Industry of the account.',
          plan: 'Current subscription plan, such as free or enterprise.',
          website: 'Website of the account.',
          phone: 'Phone number of the account.',
          description: 'Short description of the account.',
          avatar: 'URL of the logo of the account.',
        },
        reserved,
      ),
      employees: number({description: 'Number of employees.', source: reserved, mismatch: 'warning'}),
      created_at: date({description: 'When the account was created, in ISO 8601.', source: reserved}),
    },
  });
}
