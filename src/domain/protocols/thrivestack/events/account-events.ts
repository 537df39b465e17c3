import {eventPage, thriveStackGuides} from '../../../verdict/documents';
import {boolean, text} from '../../fields';
import type {StandardEvent} from '../standard-event';

const accountName = text({description: 'Name of the account.', source: eventPage('account_created')});
const accountDomain = text({description: 'Domain of the account.', source: eventPage('account_created')});
const accountId = text({
  description: 'ID of the account, usually the same as context.group_id.',
  source: eventPage('account_created'),
});
const userName = text({description: 'Name of the user.', source: eventPage('account_added_user')});
const userEmail = text({description: 'Email address of the user.', source: eventPage('account_added_user')});
const userRole = text({
  description: 'Role of the user in the account.',
  source: eventPage('account_added_user'),
});
const guides = thriveStackGuides();

/** An account and its members. */
export const accountEvents = {
  account_created: {
    withoutAccount: 'error',
    source: eventPage('account_created'),
    expected: [['account_name']],
    properties: () => ({
      account_name: accountName,
      account_domain: accountDomain,
      account_id: accountId,
      user_email: userEmail,
      user_name: userName,
      plan_name: text({description: 'Plan of the account.', source: guides}),
    }),
  },
  account_deleted: {
    withoutAccount: 'error',
    source: eventPage('account_deleted'),
    expected: [['account_name']],
    properties: () => ({account_name: accountName}),
  },
  account_added_user: {
    withoutAccount: 'error',
    source: eventPage('account_added_user'),
    expected: [['user_email']],
    properties: () => ({
      user_name: userName,
      user_email: userEmail,
      user_role: userRole,
      account_name: accountName,
      account_id: accountId,
      account_domain: accountDomain,
      role: text({description: 'Role of the user in the account.', source: guides}),
      join_method: text({
        description: 'How the user came to the account.',
        source: guides,
        values: ['signup', 'invite', 'sso', 'scim', 'admin'],
      }),
      is_first_user: boolean({description: 'Whether this is the first user of the account.', source: guides}),
    }),
  },
  account_removed_user: {
    withoutAccount: 'error',
    source: eventPage('account_removed_user'),
    expected: [['user_name']],
    properties: () => ({user_name: userName, user_email: userEmail}),
  },
} as const satisfies Record<string, StandardEvent>;
