import type {CapturedRequest} from '../../src/domain/capture/captured-request';
import {aStoredPlan} from '../../src/panel/store/test-support/create-memory-plans';
import type {StoredPlan} from '../../src/storage/plan-store';
import {featureUsed} from './sample-events';
import {buildRequest} from './sample-requests';

const things = [
  'Account',
  'Invoice',
  'Report',
  'Project',
  'Invite',
  'Dashboard',
  'Export',
  'Team',
  'Plan',
  'File',
];
const deeds = ['Created', 'Viewed', 'Shared', 'Deleted', 'Renamed', 'Opened'];
const sections = ['Sign-up', 'Billing', 'Reports'];
const pages = ['signup', 'account', 'reports/weekly', 'settings/billing'];

/**
 * Events with this number of names: some right, some sometimes wrong, some never right. In their plan a quarter of
 * the events is never sent, one is sent in other capitals, and one is not planned.
 */
export function buildNames(count: number, hasPlan = false): CapturedRequest[] {
  const sent = Array.from({length: count}, (_, number) => number).filter(
    (number) => !hasPlan || !isNeverSent(number),
  );
  const requests = sent.flatMap((number) =>
    Array.from({length: 1 + ((number * 7) % 12)}, (__, time) => toRequest(toName(number), number, time)),
  );
  if (!hasPlan) return requests;
  return [...requests, toRequest(toName(2).toLowerCase(), 2, 0), toRequest('Debug Panel Opened', count, 0)];
}

function isNeverSent(number: number): boolean {
  return number % 4 === 2;
}

/** A plan of those events: all require a format; some, a format that is never sent. */
export function buildPlan(count: number): StoredPlan {
  const rules = Array.from({length: count}, (_, number) => [toName(number), toSchema(number)]);
  return aStoredPlan(Object.fromEntries(rules), {title: 'Acme product analytics'});
}

function toSchema(number: number): object {
  return {
    type: 'object',
    'x-section': sections[number % sections.length],
    properties: {
      format: number % 5 === 1 ? {const: 'pdf'} : {type: 'string', enum: ['csv', 'pdf']},
      rows: {type: 'integer', minimum: 0},
      source: number % 5 === 3 ? {const: 'menu'} : {type: 'string'},
      team: {type: 'string', maxLength: 20},
    },
    required: ['format', 'rows'],
  };
}

function toRequest(name: string, number: number, time: number): CapturedRequest {
  return buildRequest({
    id: `name-${name}-${time}`,
    after: number * 900 + time * 140_000,
    page: pages[(number + time) % pages.length] ?? 'signup',
    body: [toEvent(name, number, time)],
  });
}

export function toName(number: number): string {
  const thing = things[number % things.length];
  const deed = deeds[Math.floor(number / things.length) % deeds.length];
  const round = Math.floor(number / (things.length * deeds.length));
  return round === 0 ? `${thing} ${deed}` : `${thing} ${deed} ${round + 1}`;
}

function toEvent(name: string, number: number, time: number): object {
  const isFaulty = number % 5 === 1 || (number % 5 === 3 && time % 3 === 0);
  const at = Date.UTC(2026, 10, 22, 15, 51, 12) + number * 900 + time * 140_000;
  return {
    ...featureUsed,
    event_name: name,
    properties: {
      ...featureUsed.properties,
      rows: number * 10 + time,
      source: ['menu', 'toolbar'][time % 2],
      ...(number === 2 ? {amount: [5, '5'][time % 2]} : {}),
    },
    timestamp: isFaulty ? '20-11-23T22:28:55.111Z' : new Date(at).toISOString(),
    context: {...featureUsed.context, app: {version: `4.${number % 3}.0`}},
  };
}
