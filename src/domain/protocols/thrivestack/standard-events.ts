import {accountEvents} from './events/account-events';
import {groupEnriched} from './events/group-enriched';
import {inviteEvents} from './events/invite-events';
import {signEvents} from './events/sign-events';
import {usageEvents} from './events/usage-events';
import {userEnriched} from './events/user-enriched';
import type {StandardEvent} from './standard-event';

/** The standard events of all generations of ThriveStack's documents, by name. */
export const standardEvents: Readonly<Record<string, StandardEvent>> = {
  ...signEvents,
  ...accountEvents,
  ...inviteEvents,
  user_enriched: userEnriched,
  group_enriched: groupEnriched,
  ...usageEvents,
};

/** Events that ThriveStack's script or guides send without a documented page: not standard events, but known ones. */
export function isKnownCustomEvent(name: string): boolean {
  return scriptEvents.has(name) || /^onboarding_[a-z0-9_]+_completed$/.test(name);
}

const scriptEvents = new Set(['element_click', 'form_submit', 'form_abandoned']);
