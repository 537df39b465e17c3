import {boolean, text} from '../../fields';
import type {StandardEvent} from '../standard-event';

const accountName = text({description: 'Name of the account.', source: 'account_created.md'});
const accountDomain = text({description: 'Domain of the account.', source: 'account_created.md (2025)'});
const accountId = text({
  description: 'Id of the account, usually the same as context.group_id.',
  source: 'account_created.md (2025)',
});
const userName = text({description: 'Name of the user.', source: 'account_added_user.md'});
const userEmail = text({description: 'E-mail address of the user.', source: 'account_added_user.md'});
const userRole = text({
  description: 'Role of the user in the account.',
  source: 'account_added_user.md (2024)',
});
const guides = 'ThriveStack guides of 2026';

/** An account and its members. */
export const accountEvents = {
  account_created: {
    withoutAccount: 'error',
    source: 'account_created.md',
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
    source: 'account_deleted.md',
    expected: [['account_name']],
    properties: () => ({account_name: accountName}),
  },
  account_added_user: {
    withoutAccount: 'error',
    source: 'account_added_user.md',
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
    source: 'account_removed_user.md',
    expected: [['user_name']],
    properties: () => ({user_name: userName, user_email: userEmail}),
  },
} as const satisfies Record<string, StandardEvent>;
