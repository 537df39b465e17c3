import {describe, expect, it} from 'vitest';
import {toLogEntry} from '../log/log-entry';
import {aRequest} from '../test-support/a-request';
import {anEvent, anInspection} from '../test-support/an-inspection';
import {createMatchers} from './create-matcher';
import {parseFilter} from './parse-filter';

function anEntry(id: string, names: readonly string[]) {
  const events = names.map((name, index) =>
    anEvent({index, name, value: {event_name: name, properties: {re_plan: name, plan: id}}}),
  );
  return toLogEntry(aRequest({id}), anInspection({requestId: id, events}), 0);
}

const entries = [
  anEntry('a', ['invite_sent', 'signed_up']),
  anEntry('b', ['signed_up', 'signed_up']),
  anEntry('c', ['report_exported']),
];

describe('one filter after another', () => {
  it.each([
    ['typing on', ['i', 'inv', 'invite_s']],
    ['taking back', ['invite_s', 'inv', 'i', '']],
    ['another word', ['invite', 'invite report', 'signed', 'signed -invite']],
    ['a field that is not searched by its beginning', ['status:p', 'status:pe', 'is:o', 'is:ok', 'is:okay']],
    [
      'a name',
      ['name:s', 'name:si', 'name:signed -invite', 'name:signed -invite -signed', 'name:sig user:u'],
    ],
    ['a whole name', ['event:signed', 'event:signed_u', 'event:signed_up', 'event:signed_up2']],
    ['a negated word', ['-inv', '-invite', '-in']],
    ['a property, from its end', ['prop:plan=a', 'prop:e_plan=a', 'prop:re_plan=signed']],
    ['a time', ['after:2026', 'after:2026-01-01', 'before:1970-01-02', 'before:1970-01-02T0']],
    ['a word before the others', ['up', 'signed up', 'x signed up']],
  ])('gives after %s what it gives to the same line at once', (_, lines) => {
    const toNext = createMatchers();
    for (const line of lines) {
      const terms = parseFilter(line);
      const verdicts = entries.map(toNext(terms, 'all').match);
      expect(verdicts, line).toEqual(entries.map(createMatchers()(terms, 'all').match));
    }
  });

  it('looks again at what was kept out when the severity changes', () => {
    const toNext = createMatchers();
    expect(entries.map(toNext([], 'errors').match)).toEqual([null, null, null]);
    expect(entries.map(toNext([], 'all').match)).not.toContain(null);
  });

  it('goes on from one that was given up before it had looked at all', () => {
    const toNext = createMatchers();
    const [first, ...others] = entries;
    if (first) toNext(parseFilter('inv'), 'all').match(first);
    const next = toNext(parseFilter('invite'), 'all');
    expect(others.length).toBeGreaterThan(0);
    expect(entries.map((entry) => next.match(entry) !== null)).toEqual([true, false, false]);
  });
});
