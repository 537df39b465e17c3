import {customEvents, eventPage, trackApi} from '../../../verdict/documents';
import {date, integer, text, texts} from '../../fields';
import type {StandardEvent} from '../standard-event';

const newest = trackApi('Request body');
const trial: StandardEvent = {
  withoutAccount: 'warning',
  source: eventPage('trial_started'),
  expected: [['trial_start_date'], ['trial_end_date'], ['trial_plan_name']],
  properties: () => ({
    trial_start_date: date({description: 'When the trial starts.', source: eventPage('trial_started')}),
    trial_end_date: date({description: 'When the trial ends.', source: eventPage('trial_started')}),
    trial_plan_name: text({description: 'Plan of the trial.', source: eventPage('trial_started')}),
  }),
};

/** Trials, plans and product usage. */
export const usageEvents = {
  trial_started: trial,
  trial_ended: trial,
  feature_used: {
    withoutAccount: 'warning',
    source: customEvents(),
    expected: [['feature_name']],
    properties: () => ({
      feature_name: text({description: 'Name of the feature.', source: newest}),
      feature_type: text({
        description: 'Importance of the feature. The documents disagree on its values.',
        source: newest,
        values: ['core', 'secondary', 'add-on', 'sticky', 'support'],
      }),
      interface: text({
        description: 'Where it was used from.',
        source: newest,
        values: ['api', 'cli', 'agent'],
      }),
      ...texts(
        {
          email: 'Email address of the user.',
          user_email: 'Email address of the user.',
          user_role: 'Role of the user.',
          action: 'What was done.',
          subscription_type: 'Subscription of the user.',
        },
        customEvents(),
      ),
    }),
  },
  subscription_upgraded: {
    withoutAccount: 'warning',
    source: customEvents(),
    expected: [['email']],
    properties: () => texts({email: 'Email address of the user.'}, customEvents()),
  },
  profile_completed: {
    withoutAccount: 'warning',
    source: newest,
    expected: [['completion_status']],
    properties: () =>
      texts({completion_status: 'How complete it is.', user_role: 'Role of the user.'}, newest),
  },
  page_visit: {
    withoutAccount: 'warning',
    source: newest,
    expected: [['page_url', 'page_name']],
    properties: () =>
      texts(
        {
          page_url: 'Address of the page.',
          page_path: 'Path of the page.',
          page_referrer: 'Where the visitor came from.',
          page_title: 'Title of the page.',
          page_name: 'Name of the page.',
          utm_source: 'Campaign source.',
          utm_medium: 'Campaign medium.',
          utm_campaign: 'Campaign name.',
          utm_term: 'Campaign term.',
        },
        newest,
      ),
  },
  onboarding_step_completed: {
    withoutAccount: 'warning',
    source: newest,
    expected: [['step_name'], ['step_index'], ['total_steps']],
    properties: () => ({
      step_name: text({description: 'Name of the step.', source: newest}),
      step_index: integer({description: 'Position of the step, from 0.', source: newest}),
      total_steps: integer({description: 'Number of steps.', source: newest}),
    }),
  },
} as const satisfies Record<string, StandardEvent>;
