import fc from 'fast-check';
import {XMLValidator} from 'fast-xml-parser';
import {describe, expect, it} from 'vitest';
import {hostileText} from '../../testing/hostile-request';
import {propertyOptions} from '../../testing/property-options';
import type {CoverageRow} from '../coverage/coverage-row';
import type {PlanReport} from './report-input';
import {toCoverageCsv, toViolationsCsv} from './to-csv';
import {toCoverageJson} from './to-json';
import {toCoverageJunit} from './to-junit';
import {toCoverageMarkdown} from './to-markdown';

/** All report files of a plan's coverage. */
const writers: Record<string, (report: PlanReport) => string> = {
  CSV: (report) => toCoverageCsv(report).replace(/^\uFEFF/, ''),
  'CSV of all issues': (report) => toViolationsCsv(report).replace(/^\uFEFF/, ''),
  JSON: toCoverageJson,
  JUnit: (report) => toCoverageJunit(report, {neverSeen: 'failure'}),
  Markdown: toCoverageMarkdown,
};

const time = fc.constantFrom(null, 0, 1_777_532_927_000, 8.64e15, 8.7e15, 1e300, Number.NaN);

const row: fc.Arbitrary<CoverageRow> = fc.record({
  id: hostileText,
  rule: fc.constant(null),
  call: hostileText,
  name: fc.option(hostileText),
  grade: fc.constantFrom('always-right', 'sometimes-wrong', 'never-seen', 'unplanned'),
  seen: fc.nat(9),
  faulty: fc.nat(9),
  firstSeen: time,
  lastSeen: time,
  pages: fc.array(hostileText, {maxLength: 2}),
  releases: fc.array(hostileText, {maxLength: 2}),
  reasons: fc.array(
    fc.oneof(
      fc.record({kind: fc.constant('near-name' as const), name: hostileText, seen: fc.nat(9)}),
      fc.record({kind: fc.constant('other-host' as const), hosts: fc.array(hostileText, {maxLength: 2})}),
    ),
    {maxLength: 2},
  ),
});

const violation = fc.record({
  name: fc.option(hostileText),
  message: hostileText,
  pointer: hostileText,
});

const reports: fc.Arbitrary<PlanReport> = fc
  .record({
    title: fc.option(hostileText),
    rows: fc.array(row, {maxLength: 3}),
    violations: fc.array(violation, {maxLength: 2}),
    blindSpots: fc.array(hostileText, {maxLength: 1}),
    event: hostileText,
  })
  .map(({violations, event, ...report}) => ({
    ...report,
    violations: violations.map(({name, message, pointer}, index) => ({
      name,
      row: report.rows[index]?.id ?? null,
      message,
      issue: {
        code: 'empty-batch',
        severity: 'error',
        event: 0,
        pointer,
        params: {},
        source: {document: 'plan', section: message},
        fixes: [],
      },
    })),
    expectations: [
      {
        expectation: {kind: 'never', event, pages: event},
        result: {state: 'broken', seen: 1, wrong: 1, offending: []},
      },
    ],
  }));

describe('a report of hostile names', () => {
  it.each(Object.entries(writers))(
    '%s: holds no control character and none that hides or turns the text',
    (_, write) => {
      const property = fc.property(reports, (report) => {
        expect(write(report)).not.toMatch(
          /[^\P{Cc}\n\r\t]|[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u,
        );
      });
      fc.assert(property, propertyOptions(2_000));
    },
  );

  it('Markdown: every row has its cells, and outside its code nothing is the attacker’s', () => {
    const property = fc.property(reports, (report) => {
      const text = toCoverageMarkdown(report);
      // GFM parsers split cells like this: a backslash escapes the next character, even inside code.
      const rows = text.split('\n').filter((line) => line.startsWith('|'));
      const cells = rows.map((line) => line.replace(/\\./g, '').split('|').length - 2);
      const events = report.rows.length + 2;
      expect(cells).toEqual(rows.map((_, index) => (index < events ? 6 : 3)));
      expect(text.replace(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, 'S')).not.toMatch(/owned|touch|[<>[\]]/);
    });
    fc.assert(property, propertyOptions(5_000));
  });

  it('JUnit: is XML', () => {
    const property = fc.property(reports, (report) => {
      expect(XMLValidator.validate(toCoverageJunit(report, {neverSeen: 'skipped'}))).toBe(true);
    });
    fc.assert(property, propertyOptions(1_000));
  });

  it('JSON: says what was sent', () => {
    const property = fc.property(reports, (report) => {
      const {rows}: {rows: {name: string | null}[]} = JSON.parse(toCoverageJson(report));
      expect(rows.map(({name}) => name)).toEqual(report.rows.map(({name}) => name));
    });
    fc.assert(property, propertyOptions(1_000));
  });
});
