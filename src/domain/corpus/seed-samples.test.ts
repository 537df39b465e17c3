import {describe, expect, it} from 'vitest';
import {inspectRequest, requestFromParts} from '../inspect-request';
import {messageOf} from '../testing/message-of';
import type {Issue} from '../verdict/issue';

/** Every JSON sample of the vendors' documents, unchanged; tokens were never part of a body. */
const samples = import.meta.glob<string>('./seeds/*.txt', {query: '?raw', import: 'default', eager: true});

/** The issues of each according to the vendor's documents: severity, code, event, pointer. */
const track: Readonly<Record<string, readonly string[]>> = {
  '000-sample': ['warning bare-object - ', 'error legacy-event-field 0 /event_name'],
  '000-try-out': [
    'warning bare-object - ',
    'error legacy-event-field 0 /event_name',
    'warning mixed-up-event 0 /event_name',
  ],
  '003-sample': ['error bad-timestamp 0 /timestamp'],
  '003-curl': ['error bad-timestamp 0 /timestamp'],
  '003-response': ['warning not-an-event - '],
  '004-sample': [],
  '004-curl': [],
  '004-use-case-1': [
    'warning bare-object - ',
    'error legacy-event-field 0 /event_name',
    'error bad-timestamp 0 /timestamp',
    'error missing-group-id 0 /context/group_id',
  ],
  '004-use-case-2': [
    'error legacy-event-field 0 /event_name',
    'error bad-timestamp 0 /timestamp',
    'error missing-group-id 0 /context/group_id',
    'error legacy-event-field 1 /event_name',
    'error bad-timestamp 1 /timestamp',
    'error missing-group-id 1 /context/group_id',
  ],
  // A comment after the ID, and a comma after the comment.
  '004-use-case-3': ['error invalid-json - '],
  '004-use-case-4': ['error bad-timestamp 0 /timestamp', 'warning bad-email 0 /properties/invitee_email'],
  '004-commented-curl': ['error bad-timestamp 0 /timestamp', 'warning bad-email 0 /properties/invitee_email'],
};

/** From both vendors with group calls, for the path of single calls. */
const groups: Readonly<Record<string, readonly string[]>> = {
  // The table says String, but all samples of both vendors send a Number.
  '001-complete': ['info wrong-type 0 /traits/employees'],
  '001-typical': ['error missing-user-id 0 /userId', 'info wrong-type 0 /traits/employees'],
  // Comments after the IDs.
  '002-complete': ['error invalid-json - '],
  '002-typical': [
    'error missing-user-id 0 /userId',
    'info wrong-type 0 /traits/employees',
    // "churn" is in the list.
    'info unlisted-value 0 /traits/status',
  ],
};

const endpoints = {
  thrivestack: 'https://api.app.thrivestack.ai/api/track',
  segment: 'https://api.segment.io/v1/group',
  journy: 'https://analyze.journy.io/backend/v1/group',
};

function inspect(name: string, url: string): Issue[] {
  const body = samples[`./seeds/${name}.txt`];
  if (body === undefined) throw new Error(`There is no sample ${name}.`);
  const headers = {'Content-Type': 'application/json', Authorization: 'Bearer token-1'};
  const {issues} = inspectRequest(requestFromParts({url, method: 'POST', headers, body}));
  return [...issues];
}

function findings(issues: readonly Issue[]): string[] {
  return issues.map(({severity, code, event, pointer}) => `${severity} ${code} ${event ?? '-'} ${pointer}`);
}

describe("the vendors' own samples", () => {
  it.each(Object.entries(track))('%s has just the faults that it has', (name, faults) => {
    expect(findings(inspect(name, endpoints.thrivestack))).toEqual(faults);
  });

  it.each(Object.entries(groups))('%s has just the faults that it has', (name, faults) => {
    const url = name.startsWith('001') ? endpoints.segment : endpoints.journy;
    expect(findings(inspect(name, url))).toEqual(faults);
  });

  it('journy.io’s comments are told as such, where they stand', () => {
    const [issue] = inspect('002-complete', endpoints.journy);
    expect(issue).toMatchObject({position: {line: 1}, fixes: ['remove-comments']});
    expect(messageOf(issue)).toContain('JSON does not allow comments');
  });

  it('are all judged', () => {
    const names = Object.keys(samples).map((path) => path.replace(/^.*\/|\.txt$/g, ''));
    expect(names.toSorted()).toEqual(Object.keys({...track, ...groups}).toSorted());
  });
});
