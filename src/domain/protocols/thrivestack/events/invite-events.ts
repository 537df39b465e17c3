import {eventPage, thriveStackGuides} from '../../../verdict/documents';
import {text, texts} from '../../fields';
import type {StandardEvent} from '../standard-event';

/** Invitations and waiting lists. */
export const inviteEvents = {
  invite_sent: {
    withoutAccount: 'error',
    source: eventPage('invite_sent', 'Event Properties'),
    expected: [['invitee_email']],
    properties: () => ({
      ...texts(
        {
          invitee_email: 'The email address of the person receiving the invite.',
          invitee_first_name: 'The first name of the person receiving the invite.',
          invitee_last_name: 'The last name of the person receiving the invite.',
          invitee_role: 'The permission group for the person receiving the invite.',
          feature_name: 'A particular feature of the product from where the invitation has triggered.',
        },
        eventPage('invite_sent', 'Event Properties'),
      ),
      ...texts(
        {
          invitee_user_id: 'ID of the person receiving the invite.',
          invitee_role_id: 'ID of the role.',
          invitee_team_id: 'ID of the team.',
          invitee_team_name: 'Name of the team.',
        },
        eventPage('invite_sent'),
      ),
      ...texts(
        {
          user_email: 'Email address of the person inviting.',
          invitee_team: 'The team.',
          sub_feature_name: 'A part of the feature from where the invitation has triggered.',
          source_url: 'The page from where the invitation has triggered.',
        },
        thriveStackGuides(),
      ),
      team_name: text({description: 'Name of the team.', source: eventPage('invite_sent')}),
    }),
  },
  user_waitlisted: {
    withoutAccount: 'warning',
    source: eventPage('user_waitlisted'),
    expected: [['email'], ['id']],
    properties: () =>
      texts({email: 'Email address of the user.', id: 'ID of the user.'}, eventPage('user_waitlisted')),
  },
  tenant_waitlisted: {
    withoutAccount: 'warning',
    source: eventPage('tenant_waitlisted'),
    expected: [['email']],
    properties: () => texts({email: 'Email address of the tenant.'}, eventPage('tenant_waitlisted')),
  },
} as const satisfies Record<string, StandardEvent>;
