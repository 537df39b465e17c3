import {describe, expect, it} from 'vitest';
import {inspectRequest, requestFromParts} from '../../inspect-request';
import {describeEvent} from './event-rules';
import {standardEvents} from './standard-events';

function inspect(
  name: string,
  properties: unknown,
  rest: Record<string, unknown> = {context: {group_id: 'g'}},
) {
  const event = {
    event_name: name,
    user_id: 'u',
    timestamp: '2024-10-20T15:51:35.059000Z',
    properties,
    ...rest,
  };
  const {issues} = inspectRequest(
    requestFromParts({
      url: 'https://api.app.thrivestack.ai/api/track',
      method: 'POST',
      headers: {'Content-Type': 'application/json', 'x-api-key': 'key-1'},
      body: JSON.stringify([event]),
    }),
  );
  return issues.map(({severity, code, pointer}) => `${severity} ${code} ${pointer}`);
}

/** Samples of all generations of the documents, none of which may be called wrong. */
const generations: readonly [string, string, Record<string, unknown>][] = [
  ['signed_up', '2024', {email: 'a@b.co', name: 'A B', first_name: 'A', last_name: 'B'}],
  ['signed_up', 'October 2024', {email: 'a@b.co', name: 'A B', 'first name': 'A', 'last name': 'B'}],
  ['signed_up', '2025', {user_email: 'a@b.co', user_name: 'A B'}],
  [
    'signed_up',
    '2026',
    {
      user_email: 'a@b.co',
      user_name: 'A B',
      utm_source: null,
      utm_medium: 'mail',
      utm_campaign: null,
      utm_term: null,
    },
  ],
  ['signed_in', '2024, table', {User_name: 'A B'}],
  ['signed_in', '2024, sample', {user_name: 'A B'}],
  ['signed_in', '2025', {user_email: 'a@b.co', user_name: 'A B'}],
  ['signed_in', '2026', {user_email: 'a@b.co', user_name: 'A B', user_role: 'admin'}],
  ['signed_out', '2024', {user_name: 'A B'}],
  ['account_created', '2024', {account_name: 'Acme'}],
  ['account_created', '2025', {account_name: 'Acme', account_domain: 'acme.com', account_id: 'g'}],
  [
    'account_created',
    '2026',
    {
      account_name: 'Acme',
      account_domain: 'acme.com',
      account_id: 'g',
      user_email: 'a@b.co',
      user_name: 'A',
      plan_name: 'Free',
    },
  ],
  ['account_deleted', '2024', {account_name: 'Acme'}],
  ['account_added_user', '2024', {user_name: 'A', user_email: 'a@b.co', user_role: 'admin'}],
  ['account_added_user', '2025', {account_name: 'Acme', user_email: 'a@b.co'}],
  [
    'account_added_user',
    '2026',
    {
      account_name: 'Acme',
      user_email: 'a@b.co',
      account_id: 'g',
      role: 'admin',
      join_method: 'sso',
      is_first_user: false,
    },
  ],
  ['account_removed_user', '2024', {user_name: 'A', user_email: 'a@b.co'}],
  [
    'invite_sent',
    '2024',
    {
      invitee_email: 'a@b.co',
      invitee_first_name: 'A',
      invitee_last_name: 'B',
      invitee_role: 'Developer',
      team_name: 'T',
    },
  ],
  [
    'invite_sent',
    '2025',
    {
      invitee_user_id: 'u',
      invitee_email: 'a@b.co',
      invitee_team_name: 'T',
      invitee_role_id: '1',
      invitee_team_id: '2',
      invitee_role: 'R',
      feature_name: 'F',
    },
  ],
  [
    'invite_sent',
    '2026',
    {
      user_email: 'b@b.co',
      invitee_email: 'a@b.co',
      invitee_role: 'R',
      feature_name: 'F',
      sub_feature_name: 'S',
      source_url: 'https://a.co',
      invitee_team: 'T',
    },
  ],
  ['user_waitlisted', '2024', {email: 'a@b.co', id: '1'}],
  ['tenant_waitlisted', '2024', {email: 'a@b.co'}],
  [
    'user_enriched',
    '2024',
    {
      enrichment_active_at: '',
      enrichment_inactive_at: '',
      enrichment_full_name: 'A B',
      enrichment_phone: ['1'],
    },
  ],
  [
    'group_enriched',
    '2024',
    {
      enrichment_domain_aliases: null,
      enrichment_employees: 11,
      enrichment_founder_year: 2023,
      enrichment_tags: [],
      enrichment_email_addresses: [''],
    },
  ],
  ['group_enriched', '2025', {enrichment_domain_aliases: ['acme.com'], enrichment_employees: ''}],
  [
    'trial_started',
    '2024',
    {
      trial_start_date: '2024-10-20T15:51:35Z',
      trial_end_date: '2030-01-01T00:00:00Z',
      trial_plan_name: 'Free',
    },
  ],
  [
    'trial_ended',
    '2024',
    {trial_start_date: '2024-10-20T15:51:35Z', trial_end_date: '', trial_plan_name: null},
  ],
  ['feature_used', '2024', {email: 'a@b.co', feature_name: 'F'}],
  [
    'feature_used',
    '2025',
    {user_email: 'a@b.co', action: 'click', feature_name: 'F', subscription_type: 'pro'},
  ],
  [
    'feature_used',
    '2026, reference',
    {feature_name: 'F', feature_type: 'add-on', user_role: 'admin', interface: 'api'},
  ],
  ['feature_used', '2026, guides', {feature_name: 'F', feature_type: 'sticky', interface: 'agent'}],
  ['subscription_upgraded', '2024', {email: 'a@b.co'}],
  ['profile_completed', '2026', {completion_status: 'done', user_role: 'admin'}],
  [
    'page_visit',
    '2026',
    {page_url: 'https://a.co', page_path: '/', page_referrer: '', page_title: 'A', utm_source: null},
  ],
  ['onboarding_step_completed', '2026', {step_name: 'Team', step_index: 0, total_steps: 4}],
  ['onboarding_team_completed', '2026, guides', {}],
  ['element_click', "the vendor's script", {element_class: {}}],
];

describe('standard events', () => {
  it.each(generations)('%s as the documents of %s send it is fine', (name, _generation, properties) => {
    expect(inspect(name, properties)).toEqual([]);
    expect(inspect(name, {...properties, something_of_ours: {deep: [1]}})).toEqual([]);
  });

  it('are all in that table', () => {
    expect([...new Set(generations.map(([name]) => name))]).toEqual(
      expect.arrayContaining(Object.keys(standardEvents)),
    );
  });

  const fields = Object.keys(standardEvents).flatMap((name) =>
    Object.entries(describeEvent(name).properties?.properties?.properties ?? {}).map(
      ([key, {documentedType}]) => [name, key, documentedType ?? ''] as const,
    ),
  );

  it.each(fields)('%s.%s is a %s', (name, key, type) => {
    const wrong: unknown =
      type.includes('Object') || type === 'Array' ? 7 : type === 'Date' ? '30/04/2026' : {not: 'this'};
    const severity =
      type === 'Date' ? 'warning' : key === 'revenue' || key === 'currency' ? 'warning' : 'error';
    const code = type === 'Date' ? 'bad-date' : 'wrong-type';
    expect(inspect(name, {[key]: wrong})).toContain(`${severity} ${code} /properties/${key}`);
    for (const tolerated of [null, ''])
      expect(inspect(name, {[key]: tolerated}).join()).not.toMatch(/wrong-type|bad-date|bad-email/);
  });

  it.each([
    ['signed_up', 'warning'],
    ['report_exported', 'warning'],
    ['page_visit', 'warning'],
    ['trial_started', 'warning'],
    ['signed_in', 'error'],
    ['signed_out', 'error'],
    ['account_created', 'error'],
    ['account_deleted', 'error'],
    ['account_added_user', 'error'],
    ['account_removed_user', 'error'],
    ['invite_sent', 'error'],
    ['user_enriched', 'error'],
    ['group_enriched', 'error'],
  ])('%s without an account is a matter of %s', (name, severity) => {
    for (const context of [undefined, {}, {group_id: ''}, {group_id: null}])
      expect(inspect(name, {}, {context})).toContain(`${severity} missing-group-id /context/group_id`);
  });

  it.each([
    ['signed_up', ['/properties/email', '/properties/name']],
    ['account_created', ['/properties/account_name']],
    ['invite_sent', ['/properties/invitee_email']],
    [
      'trial_ended',
      ['/properties/trial_start_date', '/properties/trial_end_date', '/properties/trial_plan_name'],
    ],
    ['user_enriched', []],
    ['group_enriched', []],
  ])('%s misses its documented properties with a warning each', (name, pointers) => {
    const expected = pointers.map((pointer) => `warning missing-property ${pointer}`);
    expect(inspect(name, {})).toEqual(expected);
    expect(inspect(name, undefined)).toEqual(expected);
  });

  it.each([[], 'text', 7, null, true])('takes properties that are %j for no object', (properties) => {
    expect(inspect('invite_sent', properties)).toEqual(['error wrong-type /properties']);
  });

  it('knows the reserved properties on every event', () => {
    expect(inspect('signed_in', {user_name: 'A', revenue: '12', currency: 5})).toEqual([
      'warning wrong-type /properties/revenue',
      'warning wrong-type /properties/currency',
    ]);
  });
});
