/** The batches that are measured: the contents of a batch decide how long its check takes. */
export interface BenchBatch {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  /**
   * Ratio to JSON.parse of the same bytes: the goal, and the limit above which it is a fault. null: measured in
   * milliseconds.
   */
  marks: {reach: number; fault: number; unit: '×' | 'ms'};
}

/** Big: 1,000 events with 48 properties, 2.25 MB. Small: 1,000 events of 295 bytes. Faulty: every tenth event. */
export function makeBenchBatches(): BenchBatch[] {
  const ratio = (reach: number, fault: number) => ({reach, fault, unit: '×'}) as const;
  return [
    {name: 'big, valid', bytes: encode(repeat(makeBigEvent)), marks: ratio(2.2, 3.5)},
    {name: 'big, a tenth faulty', bytes: encode(repeat(makeBigEvent).map(breakTenth)), marks: ratio(3.5, 5)},
    {name: 'small, valid', bytes: encode(repeat(makeSmallEvent)), marks: ratio(3, 5)},
    {
      name: 'small, a tenth faulty',
      bytes: encode(repeat(makeSmallEvent).map(breakTenth)),
      marks: ratio(5, 8),
    },
    {
      name: 'one event of 2 KB',
      bytes: encode([makeBigEvent(0)]),
      marks: {reach: 0.1, fault: 0.5, unit: 'ms'},
    },
  ];
}

interface BenchEvent {
  event_name: string;
  user_id: string | number;
  timestamp: string;
  properties: Record<string, unknown>;
  context: {group_id?: string};
}

function repeat(make: (index: number) => BenchEvent): BenchEvent[] {
  return Array.from({length: 1000}, (_, index) => make(index));
}

function encode(events: readonly BenchEvent[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(events));
}

/** Every tenth event has one of the common faults. */
function breakTenth(event: BenchEvent, index: number): BenchEvent {
  if (index % 10 !== 0) return event;
  if (index % 40 === 0) return {...event, timestamp: '20-11-23T22:28:55.111Z'};
  if (index % 40 === 10) return {...event, context: {}};
  if (index % 40 === 20) return {...event, user_id: index};
  return {...event, properties: {...event.properties, enrichment_city: index, invitee_role: index}};
}

function makeSmallEvent(index: number): BenchEvent {
  return {
    event_name: 'invite_sent',
    properties: {
      invitee_email: `colleague-${index}@example.com`,
      invitee_first_name: 'Amy',
      invitee_last_name: 'Frank',
      invitee_role: 'Developer',
      feature_name: 'CUSTOMER_JOURNEY',
    },
    user_id: '766b3aef-5904-46fe-af05-a293fee8h345',
    timestamp: '2026-04-30T07:08:47.079Z',
    context: {group_id: `account-${index}`},
  };
}

const texts =
  'annual_revenue city country country_code crunchbase_handle description domain email_provider employees_range facebook_handle industry industry_group legal_name location logo market_cap name phone postal_code raised sector state state_code street_address street_name street_number sub_industry tech time_zone traffic_rank twitter_handle type'.split(
    ' ',
  );

function makeBigEvent(index: number): BenchEvent {
  const properties: Record<string, unknown> = {};
  for (const [at, name] of texts.entries()) properties[`enrichment_${name}`] = `${name} of ${index + at}`;
  return {
    event_name: 'group_enriched',
    user_id: '766b3aef-5904-46fe-af05-a293fee8h345',
    timestamp: '2026-04-30T07:08:47.079Z',
    properties: {
      ...properties,
      enrichment_domain_aliases: null,
      enrichment_email_addresses: [`office-${index}@example.com`],
      enrichment_employees: index,
      enrichment_founder_year: 2023,
      enrichment_phone_numbers: ['+1 555 0100'],
      enrichment_tags: ['saas', 'b2b'],
      enrichment_tech_categories: ['AI', 'Amazon AWS', 'Stripe'],
      group_type: 'Product',
      name: 'Earth!',
      planId: 'eb4e38a5-9d5e-4f19-b2ce-ffb711c4f75e',
      planName: 'Free Trial',
      // Five properties that are not documented, as in real batches.
      owner_email: `owner-${index}@example.com`,
      crm_id: `crm-${index}`,
      seats: 12,
      is_partner: false,
      notes: 'Met at the fair; wants a quote for the whole company by the end of the quarter.',
    },
    context: {group_id: `account-${index}`},
  };
}
