import {eventPage, thriveStackGuides, trackApi} from '../../../verdict/documents';
import {text} from '../../fields';
import type {StandardEvent} from '../standard-event';

const email = text({description: 'Email address of the user.', source: eventPage('signed_up')});
const userEmail = text({description: 'Email address of the user.', source: eventPage('signed_up')});
const name = text({description: 'Name of the user.', source: eventPage('signed_up')});
const userName = text({description: 'Name of the user.', source: eventPage('signed_up')});
const firstName = text({description: 'First name of the user.', source: eventPage('signed_up')});
const lastName = text({description: 'Last name of the user.', source: eventPage('signed_up')});
const userRole = text({description: 'Role of the user.', source: thriveStackGuides()});
const campaign = (what: string) =>
  text({description: `Campaign ${what}; null when absent.`, source: trackApi('Request body')});

const signing = {user_name: userName, User_name: userName, user_email: userEmail, user_role: userRole};

/** Signing up, in and out. */
export const signEvents = {
  signed_up: {
    withoutAccount: 'warning',
    source: eventPage('signed_up'),
    expected: [
      ['email', 'user_email'],
      ['name', 'user_name'],
    ],
    properties: () => ({
      email,
      name,
      first_name: firstName,
      last_name: lastName,
      'first name': firstName,
      'last name': lastName,
      user_email: userEmail,
      user_name: userName,
      utm_source: campaign('source'),
      utm_medium: campaign('medium'),
      utm_campaign: campaign('name'),
      utm_term: campaign('term'),
    }),
  },
  signed_in: {
    withoutAccount: 'error',
    source: eventPage('signed_in'),
    expected: [['user_name', 'User_name']],
    properties: () => signing,
  },
  signed_out: {
    withoutAccount: 'error',
    source: eventPage('signed_out'),
    expected: [['user_name', 'User_name']],
    properties: () => signing,
  },
} as const satisfies Record<string, StandardEvent>;
