import {press} from './acts';
import {slowPlan, withoutPlan, withPlan} from './coverage';
import {details} from './details';
import {editor} from './editor';
import {list} from './list';
import {newRequests} from './new-request';
import {firstSteps, offers, permission, settingsPermissions} from './permissions';
import {resend} from './resend';
import {sendDraft} from './send-draft';
import {sessions} from './sessions';
import {settings, settingsPlans} from './settings';
import {toolbar} from './toolbar';
import type {State} from './walk';

/**
 * Controls that the walk does not visit: a broken start has its own scenarios, and a plan is read before a user could
 * press Cancel.
 */
const elsewhere: State = {
  name: 'what is pressed by broken-start and broken-storage',
  open: async () => undefined,
  controls: [
    ['button', 'Try again', press],
    ['button', 'Delete the log and start again', press],
    ['button', 'Cancel reading', press],
  ],
};

/** All controls in the walk. */
export const tables: readonly State[] = [
  elsewhere,
  ...[toolbar, list, details, editor, sendDraft, newRequests, resend, sessions].flat(),
  ...[withoutPlan, withPlan, slowPlan, settings, settingsPlans].flat(),
  ...[firstSteps, offers, permission, settingsPermissions].flat(),
];
