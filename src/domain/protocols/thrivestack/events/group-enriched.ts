import {eventPage} from '../../../verdict/documents';
import {array, integer, objectOrArray, texts} from '../../fields';
import type {StandardEvent} from '../standard-event';

const source = eventPage('group_enriched', 'Event Properties');

/** Enriched data about an account. */
export const groupEnriched: StandardEvent = {
  withoutAccount: 'error',
  source,
  expected: [],
  properties: () => ({
    ...texts(
      {
        enrichment_annual_revenue: 'The annual revenue of the group.',
        enrichment_city: 'The city where the group is located.',
        enrichment_country: 'The country where the group is located.',
        enrichment_country_code: "The country code of the group's location.",
        enrichment_crunchbase_handle: 'The Crunchbase handle of the group.',
        enrichment_description: 'The description of the group.',
        enrichment_domain: 'The domain of the group.',
        enrichment_email_provider: 'The email provider of the group.',
        enrichment_employees_range: 'The range of employees in the group.',
        enrichment_facebook_handle: 'The Facebook handle of the group.',
        enrichment_industry: 'The industry the group operates in.',
        enrichment_industry_group: 'The industry group the group belongs to.',
        enrichment_legal_name: 'The legal name of the group.',
        enrichment_location: 'The location of the group.',
        enrichment_logo: "The URL of the group's logo.",
        enrichment_market_cap: 'The market capitalization of the group.',
        enrichment_name: 'The name of the group.',
        enrichment_phone: 'The primary phone number of the group.',
        enrichment_postal_code: "The postal code of the group's location.",
        enrichment_raised: 'The amount of money raised by the group.',
        enrichment_sector: 'The sector the group operates in.',
        enrichment_state: 'The state where the group is located.',
        enrichment_state_code: "The state code of the group's location.",
        enrichment_street_address: 'The street address of the group.',
        enrichment_street_name: 'The street name where the group is located.',
        enrichment_street_number: "The street number of the group's location.",
        enrichment_sub_industry: 'The sub-industry the group operates in.',
        enrichment_tech: 'The technologies used by the group.',
        enrichment_time_zone: "The time zone of the group's location.",
        enrichment_traffic_rank: "The traffic rank of the group's website.",
        enrichment_twitter_handle: 'The Twitter handle of the group.',
        enrichment_type: 'The type of the group.',
        group_type: 'The type of the group.',
        name: 'The name of the group.',
        planId: "The ID of the group's plan.",
        planName: "The name of the group's plan.",
      },
      source,
    ),
    enrichment_domain_aliases: objectOrArray({
      description: 'The domain aliases of the group.',
      source: source,
    }),
    enrichment_email_addresses: array({description: 'The email addresses of the group.', source}),
    enrichment_employees: integer({description: 'The number of employees in the group.', source}),
    enrichment_founder_year: integer({description: 'The year the group was founded.', source}),
    enrichment_phone_numbers: array({description: 'The phone numbers of the group.', source}),
    enrichment_tags: array({description: 'The tags associated with the group.', source}),
    enrichment_tech_categories: array({
      description: 'The technology categories the group belongs to.',
      source,
    }),
  }),
};
