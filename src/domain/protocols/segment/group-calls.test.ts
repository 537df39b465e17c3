import {describe, expect, it} from 'vitest';
import {inspectRequest, requestFromParts} from '../../inspect-request';
import {messageOf} from '../../testing/message-of';
import type {Inspection} from '../../verdict/inspection';
import {showSource} from '../../verdict/source';

const vendors = {
  segment: 'https://api.segment.io/v1',
  journy: 'https://analyze.journy.io/backend/v1',
};
type Vendor = keyof typeof vendors;

const headers = {'content-type': 'application/json', authorization: 'Basic a2V5Og=='};
const groupCall = {
  type: 'group',
  groupId: '0e8c78ea9d97a7b8185e8632',
  userId: '97980cfea0067',
  timestamp: '2026-04-30T07:08:47.079Z',
  traits: {name: 'Initech'},
};

function inspect(body: unknown, path = 'group', vendor: Vendor = 'segment'): Inspection {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const startedAt = '2026-04-30T07:08:48Z';
  const url = `${vendors[vendor]}/${path}`;
  return inspectRequest(requestFromParts({url, method: 'POST', headers, body: text, startedAt}));
}

function findings(inspection: Inspection): string[] {
  return inspection.issues.map(({severity, code, pointer}) => `${severity} ${code} ${pointer}`);
}

function withTraits(traits: Record<string, unknown>, vendor: Vendor = 'segment'): string[] {
  return findings(inspect({...groupCall, traits}, 'group', vendor));
}

describe.each(['segment', 'journy'] as const)('a group call to %s', (vendor) => {
  const judge = (changes: Record<string, unknown>) =>
    findings(inspect({...groupCall, ...changes}, 'group', vendor));

  it('needs no more than a group and a user', () => {
    expect(findings(inspect({groupId: 'g', userId: 'u'}, 'group', vendor))).toEqual([]);
    expect(findings(inspect({groupId: 'g', anonymousId: 'a'}, 'group', vendor))).toEqual([]);
  });

  it.each([
    [{groupId: undefined}, ['error missing-group-id /groupId']],
    [{groupId: null}, ['error missing-group-id /groupId']],
    [{groupId: ''}, ['error missing-group-id /groupId']],
    [{groupId: 42}, ['error wrong-type /groupId']],
    [{groupId: ['a']}, ['error wrong-type /groupId']],
    [{groupId: 'undefined'}, ['warning placeholder-id /groupId']],
    [{userId: undefined}, ['error missing-user-id /userId']],
    [{userId: '', anonymousId: ''}, ['error missing-user-id /userId']],
    [{userId: null, anonymousId: 'a'}, []],
    [{userId: undefined, anonymousId: 'a'}, []],
    [{userId: 7}, ['error wrong-type /userId']],
    [{anonymousId: {}}, ['error wrong-type /anonymousId']],
    [{traits: undefined}, []],
    [{traits: null}, []],
    [{traits: {}}, []],
    [{traits: 'Initech'}, ['error wrong-type /traits']],
    [{traits: ['Initech']}, ['error wrong-type /traits']],
    [{context: {groupId: 'g', ip: '8.8.8.8'}}, []],
    [{context: 'browser'}, ['error wrong-type /context']],
    [{context: {groupId: 3}}, ['error wrong-type /context/groupId']],
    [{integrations: {All: true, Mixpanel: false, Salesforce: {id: 1}}}, []],
    [{integrations: true}, ['error wrong-type /integrations']],
    [{messageId: '022bb90c'}, []],
    [{messageId: 5}, ['error wrong-type /messageId']],
    [{version: '1.1', channel: 'browser'}, []],
    [{version: 2}, []],
    [{version: {}}, ['warning wrong-type /version']],
  ] as const)('%j is judged %j', (changes, expected) => {
    expect(judge(changes)).toEqual(expected);
  });

  it.each([
    ['timestamp', undefined, []],
    ['timestamp', '2026-04-30T07:08:47+00:00', []],
    ['timestamp', '2015-2-02T00:30:08.276Z', ['error bad-timestamp /timestamp']],
    ['timestamp', 1777532927, ['error bad-timestamp /timestamp']],
    ['timestamp', '2026-04-30T07:08:47+05:30', ['warning timestamp-not-utc /timestamp']],
    ['timestamp', '1970-01-01T00:00:00Z', ['warning implausible-timestamp /timestamp']],
    ['timestamp', '2026-05-02T07:08:47Z', ['warning implausible-timestamp /timestamp']],
    ['timestamp', null, ['warning bad-timestamp /timestamp']],
    ['timestamp', '', ['warning bad-timestamp /timestamp']],
    ['sentAt', '2026-04-30T07:08:47Z', []],
    ['sentAt', 'yesterday', ['error bad-timestamp /sentAt']],
    ['originalTimestamp', '2026-04-30T07:08:47Z', []],
    ['originalTimestamp', 'yesterday', ['warning bad-date /originalTimestamp']],
    ['receivedAt', '2015-02-23T22:28:55.387Z', []],
    ['receivedAt', 'yesterday', ['warning bad-date /receivedAt']],
  ] as const)('%s: %j is judged %j', (field, value, expected) => {
    expect(judge({[field]: value})).toEqual(expected);
  });

  it.each(['avatar', 'description', 'id', 'industry', 'name', 'phone', 'website', 'plan'])(
    'takes a String for the trait %s, and nothing else',
    (name) => {
      expect(withTraits({[name]: 'a text'}, vendor)).toEqual([]);
      expect(withTraits({[name]: ''}, vendor)).toEqual([]);
      expect(withTraits({[name]: 3}, vendor)).toEqual([`error wrong-type /traits/${name}`]);
      expect(withTraits({[name.toUpperCase()]: {}}, vendor)).toEqual([
        `error wrong-type /traits/${name.toUpperCase()}`,
      ]);
    },
  );

  it.each([
    [{employees: '329'}, []],
    [{employees: 329}, ['info wrong-type /traits/employees']],
    [{Employees: [329]}, ['warning wrong-type /traits/Employees']],
    [{email: 'info@initech.example'}, []],
    [{email: 'info'}, ['warning bad-email /traits/email']],
    [{EMAIL: 'info'}, ['warning bad-email /traits/EMAIL']],
    [{email: 3}, ['error wrong-type /traits/email']],
    [{address: {city: 'Austin', country: 'US', postalCode: '78701', state: 'TX', street: '1 Main'}}, []],
    [{address: {}}, []],
    [{address: {postalCode: 78701, more: true}}, []],
    [{address: {city: ['Austin']}}, ['warning wrong-type /traits/address/city']],
    [{Address: {city: {}}}, ['warning wrong-type /traits/Address/city']],
    [{address: '1 Main, Austin'}, ['error wrong-type /traits/address']],
    [{address: ['1 Main']}, ['error wrong-type /traits/address']],
    [{createdAt: '2015-02-23T22:28:55.111Z'}, []],
    [{created_at: '2015-02-23T22:28:55.111Z'}, []],
    [{createdAt: '2015-02-23'}, ['info bad-date /traits/createdAt']],
    [{createdAt: '02/23/2015'}, ['warning bad-date /traits/createdAt']],
    [{created_at: '02/23/2015'}, ['warning bad-date /traits/created_at']],
    [{CREATED_AT: true}, ['warning bad-date /traits/CREATED_AT']],
    [{createdAt: '2015-02-23T22:28:55+02:00'}, ['info bad-date /traits/createdAt']],
    [{'total billed': 830, anything: [1, {two: null}]}, []],
    [{name: 'Initech', Name: 'Initech'}, []],
    [{name: 'Initech', Name: 'Initrode'}, ['warning conflicting-traits /traits/Name']],
    [
      {createdAt: '2015-02-23T22:28:55Z', created_at: '2016-02-23T22:28:55Z'},
      ['warning conflicting-traits /traits/created_at'],
    ],
    [{a_b: 1, ab: 2}, []],
    [{'a/b': 1, 'A/B': 2}, ['warning conflicting-traits /traits/A~1B']],
  ] as const)('traits %j are judged %j', (traits, expected) => {
    expect(withTraits(traits, vendor)).toEqual(expected);
  });
});

describe('where Segment and journy.io differ', () => {
  it.each([
    ['segment', 1424730535, []],
    ['segment', 1424730535111, []],
    ['segment', 0, []],
    ['segment', -5, ['warning bad-date /traits/createdAt']],
    ['journy', 1424730535, ['warning bad-date /traits/createdAt']],
  ] as const)('%s: createdAt %j is judged %j', (vendor, createdAt, expected) => {
    expect(withTraits({createdAt}, vendor)).toEqual(expected);
  });

  it.each(['lead', 'trial', 'trial_expired', 'paying', 'churn', ''])(
    'journy.io knows status %j',
    (status) => {
      expect(withTraits({status}, 'journy')).toEqual([]);
    },
  );

  it('journy.io’s statuses are examples, so another is information', () => {
    expect(withTraits({status: 'churned'}, 'journy')).toEqual(['info unlisted-value /traits/status']);
    expect(withTraits({Status: 3}, 'journy')).toEqual(['error wrong-type /traits/Status']);
    expect(withTraits({status: 'churned'}, 'segment')).toEqual([]);
    expect(withTraits({status: 3}, 'segment')).toEqual([]);
  });

  it('a null trait is information for journy.io and nothing for Segment', () => {
    expect(withTraits({plan: null, own: null}, 'journy')).toEqual([
      'info null-trait /traits/plan',
      'info null-trait /traits/own',
    ]);
    expect(withTraits({plan: null, own: null})).toEqual([]);
  });

  it('name their own documents', () => {
    const sources = (vendor: Vendor) =>
      inspect({type: 'group'}, 'group', vendor).issues.map(({source}) => showSource(source));
    expect(sources('segment')).toEqual([
      'Segment Spec: Group › Identities',
      'Segment Spec: Group › Group ID',
    ]);
    expect(sources('journy')).toEqual([
      'journy.io Group Spec › Identities',
      'journy.io Group Spec › Group ID',
    ]);
  });
});

describe('a group id in another place', () => {
  it.each([
    [{group_id: 'g'}, 'group_id'],
    [{context: {groupId: 'g'}}, 'context.groupId'],
    [{traits: {groupId: 'g'}}, 'traits.groupId'],
    [{group_id: 'undefined', context: {groupId: '{{id}}'}, traits: {groupId: 'g'}}, 'traits.groupId'],
    [{group_id: 'undefined'}, 'Add the ID of the account'],
  ])('%j is named', (changes, place) => {
    const [issue] = inspect({...groupCall, groupId: undefined, ...changes}).issues;
    expect(messageOf(issue)).toContain(place);
  });
});
