import {describe, expect, it} from 'vitest';
import type {CapturedRequest} from '../../capture/captured-request';
import {inspectRequest} from '../../inspect-request';
import {defaultSettings} from '../../settings';
import {createPlanChecker} from '../check-event';
import {checkInspection} from '../check-inspection';
import {readPlan} from '../read-plan';
import {createValidator} from '../validator';
import {toSightings} from './to-sightings';

const sent = Date.UTC(2026, 10, 22, 15, 51, 40);

function request(body: unknown, changes: Partial<CapturedRequest> = {}): CapturedRequest {
  return {
    id: 'r1',
    url: 'https://api.app.thrivestack.ai/api/track',
    method: 'POST',
    headers: {state: 'known', list: [{name: 'content-type', value: 'application/json'}]},
    body: {kind: 'bytes', bytes: new TextEncoder().encode(JSON.stringify(body))},
    startedAt: sent,
    origin: {
      tabId: 7,
      frameId: 0,
      initiator: null,
      documentUrl: null,
      pageUrl: 'https://app.example/signup?token=1#top',
      type: 'xmlhttprequest',
    },
    outcome: {state: 'pending'},
    seenBy: ['web-request'],
    ...changes,
  };
}

function redirected(location: string): CapturedRequest {
  const headers = {state: 'known', list: [{name: 'Location', value: location}]} as const;
  const body = {kind: 'missing', reason: 'empty'} as const;
  return request([planChosen], {
    outcome: {state: 'answered', status: 307, statusText: '', headers, body, endedAt: sent},
  });
}

const planChosen = {
  event_name: 'Plan Chosen',
  properties: {plan: 7},
  user_id: '766b3aef-18f3-4a2b-9d20-0f5f4f8f1c11',
  timestamp: '2026-11-22T15:51:12.000Z',
  context: {group_id: 'bp497d1a-4f0e-46d2-8c51-d1b24fa3d9a0', app: {version: '2.1'}},
};

const text = JSON.stringify({
  title: 'Product',
  events: {'Plan Chosen': {type: 'object', properties: {plan: {type: 'string'}}}},
});
const reading = await readPlan([{name: 'plan.json', text}]);
if (!reading.ok) throw new Error(reading.message);
const checker = createPlanChecker(reading.plan, createValidator());

function sight(captured: CapturedRequest, by: 'plan' | 'no plan' | 'a plan for others' = 'no plan') {
  const inspection = inspectRequest(captured, {settings: defaultSettings});
  if (by === 'no plan') return toSightings(captured, inspection, null);
  const {issues, verdicts} = checkInspection(inspection, by === 'plan' ? [checker] : []);
  const planned = {...inspection, issues: [...inspection.issues, ...issues]};
  return toSightings(captured, planned, {id: reading.ok ? reading.plan.id : '', verdicts});
}

describe('what coverage counts of a request', () => {
  it('is each event with its time, page, release and properties', () => {
    expect(sight(request([planChosen]))).toEqual([
      {
        request: 'r1',
        event: 0,
        type: 'track',
        name: 'Plan Chosen',
        at: sent,
        happened: Date.UTC(2026, 10, 22, 15, 51, 12),
        page: 'https://app.example/signup',
        host: 'api.app.thrivestack.ai',
        release: '2.1',
        properties: {plan: 7},
        rule: null,
        isFaulty: false,
      },
    ]);
  });

  it.each([
    [
      'our own faults count without a plan',
      {...planChosen, timestamp: '20-11-23T22:28:55.111Z'},
      'no plan',
      true,
    ],
    [
      'and not against a plan',
      {...planChosen, properties: {}, timestamp: '20-11-23T22:28:55.111Z'},
      'plan',
      false,
    ],
    ['where the plan’s own count', planChosen, 'plan', true],
  ] as const)('%s', (_, event, by, isFaulty) => {
    expect(sight(request([event]), by)).toMatchObject([{isFaulty}]);
  });

  it('names the rule, or says that the plan is not for this request', () => {
    expect(sight(request([planChosen]), 'plan')).toMatchObject([{rule: 'track/Plan Chosen'}]);
    expect(sight(request([planChosen]), 'a plan for others')).toMatchObject([
      {rule: null, isElsewhere: true},
    ]);
  });

  it.each([
    ['a time of another day', '2026-11-20T15:51:12.000Z'],
    ['a text that is not a time', '2026-11-22T99'],
    ['a time that says no year', '22.11.'],
    ['a time without a zone, which each reader takes for its own', '2026-11-22T15:51:12'],
    ['such a time with a space', '2026-11-22 15:51:12'],
  ])('believes our clock rather than %s', (_, timestamp) => {
    expect(sight(request([{...planChosen, timestamp}]))).toMatchObject([{happened: sent}]);
  });

  it.each(['2026-11-22T16:51:12+01:00', '2026-11-22 15:51:12Z', Date.UTC(2026, 10, 22, 15, 51, 12)])(
    'reads the instant of %j',
    (timestamp) => {
      const happened = Date.UTC(2026, 10, 22, 15, 51, 12);
      expect(sight(request([{...planChosen, timestamp}]))).toMatchObject([{happened}]);
    },
  );

  it.each<[string, CapturedRequest]>([
    ['is not sent yet', request([planChosen], {outcome: {state: 'queued'}})],
    ['is of no known protocol', request([planChosen], {url: 'https://other.example/'})],
    ['could not be read', request([planChosen], {body: {kind: 'missing', reason: 'blob'}})],
    ['went on through a redirect', redirected('/api/track')],
  ])('is nothing where the request %s', (_, captured) => {
    expect(sight(captured)).toEqual([]);
  });

  it('is what it was where it went on to an address that is not an endpoint', () => {
    expect(sight(redirected('https://elsewhere.example/'))).toHaveLength(1);
  });
});
