import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {propertyOptions} from '../../../domain/testing/property-options';
import type {Issue, Severity} from '../../../domain/verdict/issue';
import {toLogEntry} from '../log/log-entry';
import {toPassedTotals} from '../log/to-passed-totals';
import {aRequest} from '../test-support/a-request';
import {anEvent, anInspection, anIssue} from '../test-support/an-inspection';
import {createMatchers} from './create-matcher';
import {matchEntry} from './matches-filter';
import {parseFilter} from './parse-filter';

const words = [
  'foo',
  'bar',
  'name:foo',
  'event:foo_bar',
  'prop:foo=ba',
  'user:amy',
  'user:=amy',
  'name:"=foo"',
  'type:page',
  'is:error',
  'is:warning',
  'is:ok',
  'is:failed',
  'code:bad-email',
  'code:oversized',
  'bad-email',
  'status:4xx',
  'url:thrivestack',
];
const aWord = fc
  .tuple(fc.constantFrom('', '-'), fc.constantFrom(...words))
  .map(([minus, word]) => minus + word);
const aLine = fc.array(aWord, {maxLength: 3}).map((parts) => parts.join(' '));
const aSeverity = fc.constantFrom<Severity>('error', 'warning', 'info');

/** A request of up to three events, with issues of its own and of its events. */
const anEntry = fc
  .record({
    names: fc.array(fc.constantFrom('foo', 'bar', 'foo_bar'), {maxLength: 3}),
    issues: fc.array(
      fc.tuple(aSeverity, fc.nat({max: 3}), fc.constantFrom<Issue['code']>('bad-email', 'oversized-batch')),
      {maxLength: 3},
    ),
    isFailed: fc.boolean(),
  })
  .map(({names, issues, isFailed}) =>
    toLogEntry(
      aRequest({
        outcome: isFailed ? {state: 'failed', error: '', endedAt: null, status: 400} : {state: 'pending'},
      }),
      anInspection({
        events: names.map((name, index) =>
          anEvent({index, name, user: index > 0 ? 'amy' : 'ben', value: {properties: {foo: name}}}),
        ),
        issues: issues.map(([severity, place, code]) =>
          anIssue({severity, code, event: place < names.length ? place : null}),
        ),
      }),
      0,
    ),
  );

describe('for any requests and any filter', () => {
  it('the rows are the same whether the line was typed letter by letter or at once', () => {
    fc.assert(
      fc.property(
        fc.array(anEntry, {minLength: 1, maxLength: 4}),
        aLine,
        fc.constantFrom('all', 'errors', 'warnings'),
        (entries, line, severity) => {
          const toNext = createMatchers();
          for (let length = 0; length <= line.length; length++) {
            const terms = parseFilter(line.slice(0, length));
            const matcher = toNext(terms, severity);
            expect(entries.map(matcher.match)).toEqual(
              entries.map((entry) => matchEntry(entry, terms, severity)),
            );
          }
        },
      ),
      propertyOptions(20_000),
    );
  }, 60_000);

  it('the errors and warnings that are counted are listed once that severity is chosen', () => {
    fc.assert(
      fc.property(fc.array(anEntry, {maxLength: 4}), aLine, (entries, line) => {
        const terms = parseFilter(line);
        const count = (severity: 'all' | 'errors' | 'warnings') =>
          toPassedTotals(entries, (entry) => matchEntry(entry, terms, severity));
        expect(count('errors').errors).toBe(count('all').errors);
        expect(count('warnings').warnings).toBe(count('all').warnings);
      }),
      propertyOptions(50_000),
    );
  }, 60_000);

  it('a request that is one row is found by a word or by its negation', () => {
    const isOneRow = anEntry.filter(({events}) => events.length === 1);
    fc.assert(
      fc.property(isOneRow, fc.constantFrom(...words), (entry, word) => {
        const [found, left] = [word, `-${word}`].map((line) => matchEntry(entry, parseFilter(line), 'all'));
        expect(found === null).toBe(left !== null);
      }),
      propertyOptions(20_000),
    );
  });
});
