import {enableButtons, expectSession, thriveStack, toEvent} from './workspace.js';

const {company, email, name, user, group} = expectSession();

// The table of the vendor's page "Group Enriched", with its sample values if there are any.
const groupProperties = {
  enrichment_annual_revenue: '12000000',
  enrichment_city: 'Sammamish',
  enrichment_country: 'United States',
  enrichment_country_code: 'US',
  enrichment_crunchbase_handle: '',
  enrichment_description: 'Acme builds workspaces.\nIts own people use them, too.',
  enrichment_domain: 'acme.example',
  enrichment_domain_aliases: null,
  enrichment_email_addresses: [],
  enrichment_email_provider: '',
  enrichment_employees: 42,
  enrichment_employees_range: '11-50',
  enrichment_facebook_handle: '',
  enrichment_founder_year: 2023,
  enrichment_industry: 'Software',
  enrichment_industry_group: '',
  enrichment_legal_name: company,
  enrichment_location: '2747 204th Ln NE, Sammamish, Washington 98074, US',
  enrichment_logo: '',
  enrichment_market_cap: '',
  enrichment_name: company,
  enrichment_phone: '',
  enrichment_phone_numbers: [''],
  enrichment_postal_code: '98074-4363',
  enrichment_raised: '',
  enrichment_sector: '',
  enrichment_state: 'Washington',
  enrichment_state_code: 'WA',
  enrichment_street_address: '',
  enrichment_street_name: '204th Ln NE',
  enrichment_street_number: '2747',
  enrichment_sub_industry: '',
  enrichment_tags: [],
  enrichment_tech: '',
  enrichment_tech_categories: ['Amazon AWS', 'Stripe', 'Webflow'],
  enrichment_time_zone: '',
  enrichment_traffic_rank: '0',
  enrichment_twitter_handle: '',
  enrichment_type: '',
  group_type: 'Product',
  name: company,
  planId: 'eb4e38a5-9d5e-4f19-b2ce-ffb711c4f75e',
  planName: 'Free Trial',
};

const userProperties = {
  ...Object.fromEntries(
    [
      'active_at',
      'avatar',
      'city',
      'country',
      'country_code',
      'email_provider',
      'employment_domain',
      'employment_name',
    ]
      .concat([
        'employment_role',
        'employment_seniority',
        'employment_sub_role',
        'employment_title',
        'facebook_handle',
      ])
      .concat([
        'first_name',
        'full_name',
        'github_handle',
        'inactive_at',
        'last_name',
        'linkedin_handle',
        'location',
      ])
      .concat(['state', 'state_code', 'time_zone', 'twitter_handle'])
      .map((name) => [`enrichment_${name}`, '']),
  ),
  enrichment_city: 'Reykjavík',
  enrichment_first_name: 'Ada',
  enrichment_last_name: 'Marsh',
  enrichment_full_name: 'Ada Marsh',
  enrichment_phone: ['+354 555 0199'],
};

const plans = {
  'enrich-account': () => toEvent('group_enriched', groupProperties),
  'enrich-user': () => toEvent('user_enriched', userProperties),
  'rename-workspace': () => toEvent('workspace_renamed', {old_name: 'Acme', new_name: company}),
};

for (const [id, plan] of Object.entries(plans)) {
  document.querySelector(`#${id}`).addEventListener('click', () => thriveStack.track([plan()]));
}

// Each press uses a new user and a new account, since the script only sends changes.
const setters = {
  'set-user': () => thriveStack.setUser(`${user}/${Date.now()}`, email, name),
  'set-group': () => thriveStack.setGroup(`${group}/${Date.now()}`, 'acme.example', company),
};

for (const [id, set] of Object.entries(setters)) {
  document.querySelector(`#${id}`).addEventListener('click', set);
}

enableButtons();
