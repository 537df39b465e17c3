import {describe, expect, it} from 'vitest';
import {toLogEntry} from '../log/log-entry';
import {aRequest} from '../test-support/a-request';
import {anEvent, anInspection} from '../test-support/an-inspection';
import {createFilter} from './create-filter';

function anEntry(id: string, names: readonly string[]) {
  const events = names.map((name, index) => anEvent({index, name, value: {event_name: name}}));
  return toLogEntry(aRequest({id}), anInspection({requestId: id, events}), 0);
}

const entries = [
  anEntry('a', ['invite_sent', 'signed_up']),
  anEntry('b', ['signed_up', 'signed_up']),
  anEntry('c', ['report_exported']),
];

describe('the filter', () => {
  it.each([
    ['typing on', ['i', 'inv', 'invite_s']],
    ['taking back', ['invite_s', 'inv', 'i', '']],
    ['another word', ['invite', 'invite report', 'signed', 'signed -invite']],
    ['a field that is not searched by its beginning', ['status:p', 'status:pe', 'is:o', 'is:ok', 'is:okay']],
    [
      'a name',
      ['name:s', 'name:si', 'name:signed -invite', 'name:signed -invite -signed', 'name:sig user:u'],
    ],
    ['a negated word', ['-inv', '-invite', '-in']],
    ['a word before the others', ['up', 'signed up', 'x signed up']],
  ])('gives after %s what it gives to the same line at once', (_, lines) => {
    const typed = createFilter();
    for (const line of lines) {
      typed.setText(line);
      const fresh = createFilter();
      fresh.setText(line);
      const verdicts = entries.map(typed.match.value);
      expect(verdicts, line).toEqual(entries.map(fresh.match.value));
    }
  });

  it('looks again at what was kept out when the severity changes', () => {
    const filter = createFilter();
    filter.setSeverity('errors');
    expect(entries.map(filter.match.value)).toEqual([null, null, null]);
    filter.setSeverity('all');
    expect(entries.map(filter.match.value)).not.toContain(null);
  });
});
