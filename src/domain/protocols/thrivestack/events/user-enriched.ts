import {eventPage} from '../../../verdict/documents';
import {array, texts} from '../../fields';
import type {StandardEvent} from '../standard-event';

const source = eventPage('user_enriched');

/** Enriched data about a user. */
export const userEnriched: StandardEvent = {
  withoutAccount: 'error',
  source,
  expected: [],
  properties: () => ({
    ...texts(
      {
        enrichment_active_at: 'When the user became active.',
        enrichment_avatar: 'URL of the picture.',
        enrichment_city: 'City.',
        enrichment_country: 'Country.',
        enrichment_country_code: 'Code of the country.',
        enrichment_email_provider: 'Email provider.',
        enrichment_employment_domain: 'Domain of the employer.',
        enrichment_employment_name: 'Name of the employer.',
        enrichment_employment_role: 'Role at work.',
        enrichment_employment_seniority: 'Seniority at work.',
        enrichment_employment_sub_role: 'Role at work, in more detail.',
        enrichment_employment_title: 'Title at work.',
        enrichment_facebook_handle: 'Facebook handle.',
        enrichment_first_name: 'First name.',
        enrichment_full_name: 'Full name.',
        enrichment_github_handle: 'GitHub handle.',
        enrichment_inactive_at: 'When the user became inactive.',
        enrichment_last_name: 'Last name.',
        enrichment_linkedin_handle: 'LinkedIn handle.',
        enrichment_location: 'Location.',
        enrichment_state: 'State.',
        enrichment_state_code: 'Code of the state.',
        enrichment_time_zone: 'Time zone.',
        enrichment_twitter_handle: 'Twitter handle.',
      },
      source,
    ),
    enrichment_phone: array({description: 'Phone numbers.', source}),
  }),
};
