/** Events as in the vendor's documents, and their faulty variants. */
export const user = '766b3aef-18f3-4a2b-9d20-0f5f4f8f1c11';
export const group = 'bp497d1a-4f0e-46d2-8c51-d1b24fa3d9a0';

export const inviteSent = {
  event_name: 'invite_sent',
  properties: {
    invitee_email: 'shawna.kunding@opportunityspace.example',
    invitee_first_name: 'Shawna',
    invitee_last_name: 'Kunding',
    invitee_role: 'Member',
    feature_name: 'invite_user',
  },
  user_id: user,
  timestamp: '2026-11-22T15:51:35.059Z',
  context: {group_id: group, source: 'product'},
};

export const signedUp = {
  event_name: 'signed_up',
  properties: {user_email: 'amy@acme.example', user_name: 'Amy Frank', utm_source: null},
  user_id: user,
  timestamp: '2026-11-22T15:51:12.204Z',
  context: {group_id: group},
};

export const groupEnriched = {
  event_name: 'group_enriched',
  properties: {
    group_type: 'Account',
    name: 'Acme Workspace',
    planId: 'enterprise_2026',
    planName: 'Enterprise',
    enrichment_employees: 420,
    enrichment_founder_year: 2011,
    enrichment_tags: ['B2B', 'SAAS', 'Information Technology & Services'],
    enrichment_tech_categories: ['crm', 'analytics', 'email'],
    enrichment_domain_aliases: null,
    enrichment_city: 'San Francisco',
    enrichment_country: 'United States',
  },
  user_id: user,
  timestamp: '2026-11-22T15:51:40.000Z',
  context: {group_id: group},
};

export const featureUsed = {
  event_name: 'report_exported',
  properties: {format: 'csv', rows: 12_345, duration_ms: 184.5, scheduled: false},
  user_id: user,
  timestamp: '2026-11-22T15:52:02.417Z',
  context: {group_id: group},
};

export const faultyInvite = {
  ...inviteSent,
  properties: {...inviteSent.properties, invitee_email: 'shawna.kunding@opportunityspace,inc..example'},
  timestamp: '20-11-23T22:28:55.111Z',
  context: {source: 'product'},
};

const image = '<img src=x onerror="document.title=1">';
export const hostile = {
  event_name: `${image}javascript:alert(1)`,
  properties: {
    html: image,
    link: 'javascript:alert(1)',
    direction: 'safe\u202eexe.txt',
    long: 'All work and no play makes Jack a dull boy. '.repeat(24_000),
    __proto__x: {polluted: true},
    unsafe: 9_007_199_254_740_991,
  },
  user_id: user,
  timestamp: '2026-11-22T15:53:00.000Z',
  context: {group_id: group},
};
