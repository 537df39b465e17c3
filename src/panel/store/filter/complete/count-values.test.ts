import {describe, expect, it} from 'vitest';
import type {Inspection} from '../../../../domain/verdict/inspection';
import {toLogEntry} from '../../log/log-entry';
import {aRequest} from '../../test-support/a-request';
import {anEvent, anInspection, anIssue} from '../../test-support/an-inspection';
import {createMatchers} from '../create-matcher';
import {parseFilter} from '../parse-filter';
import {countValues} from './count-values';
import type {NamedField} from './filter-value';

const plan = {id: 'p', version: '1', rule: 'Signed Up', pointer: ''};
const issues = [
  anIssue({source: {document: 'Shop plan', plan}}),
  anIssue({code: 'empty-batch', event: null, severity: 'warning'}),
];
const batch = [
  {name: 'Signed Up', properties: {plan: 'Free trial', 'plan name': 'x', inner: {plan: 'trial'}}},
  {name: 'invite_sent', properties: {plan: 'trial', seats: 3}},
  {name: 'Invite_Sent', properties: {plan: 'paid', tags: ['a', 'a']}},
];

function anEntry(events: readonly {name: string; properties: object}[], changes: Partial<Inspection>) {
  const url = 'https://api.example.test/track?x=1';
  const inspected = events.map(({name, properties}, index) =>
    anEvent({index, name, value: {event_name: name, properties: {...properties}}}),
  );
  return toLogEntry(aRequest({url}), anInspection({events: inspected, ...changes}), 0);
}

const entries = [anEntry(batch, {issues}), anEntry(batch.slice(1, 2), {})];
const ports = {now: () => 0, goOn: async () => true};

async function count(field: NamedField, text = '', property: string | null = null) {
  const values = await countValues({fields: [field], text, property, limit: 12}, entries, ports);
  return values?.map(({value, count}) => `${value} ${count}`);
}

describe('what the log has for a filter word', () => {
  it.each(['new\nline', 'new\rline', '\n'])(
    'is nothing that a field of one line cannot hold: %j',
    async (name) => {
      const hostile = [
        anEntry(
          [
            {name, properties: {}},
            {name: 'a\tb', properties: {}},
          ],
          {},
        ),
      ];
      const values = await countValues(
        {fields: ['name'], text: '', property: null, limit: 12},
        hostile,
        ports,
      );
      expect(values?.map(({value}) => value)).toEqual(['a\tb']);
    },
  );

  it.each([
    ['event', '', null, ['invite_sent 3', 'Signed Up 1']],
    ['event', 'up', null, ['Signed Up 1']],
    ['name', 's', null, ['Signed Up 1', 'invite_sent 3']],
    ['type', '', null, ['track 4']],
    ['prop', '', null, ['plan 4', 'seats 2', 'inner 1', 'plan name 1', 'tags 1']],
    ['prop', 'na', null, ['plan name 1']],
    ['prop', '', 'plan', ['trial 3', 'free trial 1', 'paid 1']],
    ['prop', 'tr', 'plan', ['trial 3', 'free trial 1']],
    ['prop', '', 'plan name', ['x 1']],
    ['code', '', null, ['bad-timestamp 1', 'empty-batch 1']],
    ['plan', '', null, ['shop plan 1']],
    ['rule', 'sig', null, ['signed up 1']],
    ['status', '', null, ['pending 2']],
    ['url', '', null, ['api.example.test/track 2']],
    ['after', '', null, []],
  ] as const)('for %s:%s of %s', async (field, text, property, expected) => {
    expect(await count(field, text, property)).toEqual(expected);
  });

  it.each(['event', 'type', 'user', 'group', 'is'] as const)('as often as %s: finds it', async (field) => {
    const toMatcher = createMatchers();
    const values =
      (await countValues({fields: [field], text: '', property: null, limit: 99}, entries, ports)) ?? [];
    expect(values.length).toBeGreaterThan(0);
    for (const {value, count} of values) {
      const matcher = toMatcher(parseFilter(`${field}:"${value}"`), 'all');
      const rows = entries.map((entry) => {
        const match = matcher.match(entry);
        if (match === null) return 0;
        if (match.events === 'all') return entry.events.length;
        return match.events.length + Number(match.request);
      });
      expect(
        rows.reduce((sum, found) => sum + found, 0),
        value,
      ).toBe(count);
    }
  });

  it('is at most so much of each field, and is given up for a newer question', async () => {
    const question = {fields: ['event', 'prop'] as const, text: '', property: null, limit: 1};
    const values = await countValues(question, entries, ports);
    expect(values?.map(({value}) => value)).toEqual(['invite_sent', 'plan']);
    let time = 0;
    const busy = {now: () => (time += 20), goOn: async () => false};
    expect(await countValues(question, entries, busy)).toBeNull();
  });
});
