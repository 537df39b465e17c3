import type {CapturedRequest} from '../../src/domain/capture/captured-request';
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
const pages = ['signup', 'account', 'reports/weekly', 'settings/billing'];

/** Events of so many names: some right, some sometimes wrong, some never right, some seen once and others often. */
export function buildNames(count: number): CapturedRequest[] {
  return Array.from({length: count}, (_, number) => toName(number)).flatMap((name, number) => {
    const times = 1 + ((number * 7) % 12);
    return Array.from({length: times}, (__, time) =>
      buildRequest({
        id: `name-${number}-${time}`,
        after: number * 900 + time * 140_000,
        page: pages[(number + time) % pages.length] ?? 'signup',
        body: [toEvent(name, number, time)],
      }),
    );
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
    properties: {...featureUsed.properties, rows: number * 10 + time, source: ['menu', 'toolbar'][time % 2]},
    timestamp: isFaulty ? '20-11-23T22:28:55.111Z' : new Date(at).toISOString(),
    context: {...featureUsed.context, app: {version: `4.${number % 3}.0`}},
  };
}
