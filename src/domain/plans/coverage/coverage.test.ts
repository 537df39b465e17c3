import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {planExamples} from '../../testing/plan-examples';
import {draftPlan} from '../draft-plan';
import {type Expectation, type ExpectationFacts, toExpectation} from '../expectations/expectation';
import {createRunJudge} from '../expectations/judge-run';
import {matchesPage} from '../expectations/matches-page';
import {readPlan} from '../read-plan';
import {toRowTitles} from '../report/describe-row';
import {toCoverageCsv} from '../report/to-csv';
import {toCoverageJson} from '../report/to-json';
import {toJsonSchema} from '../report/to-json-schema';
import {toCoverageJunit} from '../report/to-junit';
import {toCoverageMarkdown} from '../report/to-markdown';
import type {Plan} from '../tracking-plan';
import {describeBlindSpots} from './blind-spots';
import {compareRuns} from './compare-runs';
import {createCoverage} from './coverage';
import {type CoverageRow, isUnderTest} from './coverage-row';
import type {RunBounds, Sighting} from './sighting';

async function read(text: string): Promise<Plan> {
  const reading = await readPlan([{name: 'plan.json', text}]);
  if (!reading.ok) throw new Error(reading.message);
  return reading.plan;
}

const schema = {
  type: 'object',
  properties: {plan: {type: 'string'}, seats: {type: 'integer'}},
  required: ['plan'],
};
const plan = await read(
  JSON.stringify({
    title: 'Product',
    events: {
      'Signed Up': schema,
      'Signed In': schema,
      Invited: schema,
      Left: {...schema, 'x-section': 'End'},
    },
  }),
);

function judgeRun(expectation: Expectation, sightings: readonly Sighting[]) {
  const run = createRunJudge({
    expectations: [expectation],
    bounds: {start: null, end: null},
    plan: null,
    requests: () => sightings.map((_, index) => `${index}`),
  });
  for (const [index, each] of sightings.entries()) run.put(`${index}`, [each]);
  return run.judge()[0];
}

let counter = 0;
function sighting(name: string | null, more: Partial<Sighting> = {}): Sighting {
  counter++;
  const rule = plan.rules.some((each) => each.name === name) ? `track/${name}` : null;
  return {
    request: `r${counter}`,
    event: 0,
    type: 'track',
    name,
    at: 1000 * counter,
    page: 'https://app.example/home',
    host: 'api.example',
    release: null,
    properties: {plan: 'free'},
    rule,
    isFaulty: false,
    ...more,
  };
}

function measure(work: () => void): number {
  const begin = performance.now();
  work();
  return performance.now() - begin;
}

const brief = ({id, grade, seen, faulty}: CoverageRow) => `${id}: ${grade} ${faulty}/${seen}`;

function cover(sightings: readonly Sighting[], run: RunBounds = {start: null, end: null}) {
  const coverage = createCoverage(plan, run);
  for (const each of sightings) coverage.add(each);
  return coverage;
}

describe('coverage', () => {
  const seen = () => [
    sighting('Signed Up', {release: '1.2'}),
    sighting('Signed Up', {isFaulty: true, properties: {plan: 5, extra: true}}),
    sighting('Signed In', {isFaulty: true}),
    sighting('invited'),
    sighting('Left', {type: 'page', rule: null}),
  ];

  it('grades each rule, and lists what is unplanned behind them', () => {
    expect(cover(seen()).rows().map(brief)).toEqual([
      'track/Signed Up: sometimes-wrong 1/2',
      'track/Signed In: never-right 1/1',
      'track/Invited: never-seen 0/0',
      'track/Left: never-seen 0/0',
      'track/invited: unplanned 0/1',
      'page/Left: unplanned 0/1',
    ]);
  });

  it('says why a rule may have seen nothing', () => {
    const rows = cover([...seen(), sighting('Left', {isElsewhere: true, host: 'staging.example'})]).rows();
    expect(rows.map(({name, reasons}) => [name, reasons])).toEqual([
      ['Signed Up', []],
      ['Signed In', []],
      ['Invited', [{kind: 'near-name', name: 'invited', seen: 1}]],
      [
        'Left',
        [
          {kind: 'other-call', call: 'page', seen: 1},
          {kind: 'other-host', hosts: ['staging.example']},
        ],
      ],
      ['invited', []],
      ['Left', []],
    ]);
  });

  it('knows first and last, pages, releases, and events with faulty ones first', () => {
    const [right, wrong] = seen();
    const coverage = cover([right, wrong].flatMap((each) => each ?? []));
    expect(coverage.rows()[0]).toMatchObject({
      firstSeen: right?.at,
      lastSeen: wrong?.at,
      pages: ['https://app.example/home'],
      releases: ['1.2'],
    });
    expect(coverage.events('track/Signed Up', 9).map(({request}) => request)).toEqual([
      wrong?.request,
      right?.request,
    ]);
    expect(coverage.events('track/Signed Up', 1)).toHaveLength(1);
  });

  it('counts the properties beside what the rule says', () => {
    const coverage = cover(seen());
    expect(
      coverage
        .properties('track/Signed Up')
        .map(({name, sent, planned}) => [name, sent, planned?.isRequired]),
    ).toEqual([
      ['plan', 2, true],
      ['extra', 1, undefined],
      ['seats', 0, false],
    ]);
    const [first] = coverage.properties('track/Signed Up');
    expect([...(first?.types ?? [])]).toEqual([
      ['string', 1],
      ['integer', 1],
    ]);
    expect([...(first?.values ?? [])]).toEqual([
      ['"free"', 1],
      ['5', 1],
    ]);
  });

  it('takes a part of the plan, and only what came in the run', () => {
    const [early, late] = [sighting('Left'), sighting('Left')];
    const [odd, later] = [sighting('Odd'), sighting('Signed In')];
    const rows = cover([early, late, odd, later], {start: late.at, end: later.at}).rows();
    const shown = (choice: Parameters<typeof isUnderTest>[1]) =>
      rows.filter((row) => isUnderTest(row, choice)).map(brief);
    expect(shown({sections: ['End']})).toEqual(['track/Left: always-right 0/1', 'track/Odd: unplanned 0/1']);
    expect(shown({rules: ['track/Invited']})).toEqual([
      'track/Invited: never-seen 0/0',
      'track/Odd: unplanned 0/1',
    ]);
    expect(shown({})).toHaveLength(5);
  });

  it('is after any removals what it is without those events', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.boolean(), fc.boolean()), {maxLength: 40}), (made) => {
        const names = ['Signed Up', 'Signed In', 'invited', 'Odd', 'Left', 'Invited'];
        const all = made.map(([name, isFaulty, isElsewhere]) =>
          sighting(names[name] ?? null, {isFaulty, isElsewhere, page: `https://app.example/${name}`}),
        );
        const coverage = cover(all);
        coverage.takeChanges();
        const kept = all.filter((_, index) => index % 2 === 0);
        for (const each of all) if (!kept.includes(each)) coverage.remove(each);
        const byId = (left: CoverageRow, right: CoverageRow) => left.id.localeCompare(right.id);
        const fresh = cover(kept);
        expect(coverage.rows().toSorted(byId)).toEqual(fresh.rows().toSorted(byId));
        expect(coverage.properties('track/Odd')).toEqual(fresh.properties('track/Odd'));
      }),
    );
  });

  it('tells what has changed, so that a mirror of it is the same', () => {
    const mirror = new Map<string, CoverageRow>();
    const coverage = createCoverage(plan);
    const follow = () => {
      const {rows, gone} = coverage.takeChanges();
      for (const row of rows) mirror.set(row.id, row);
      for (const id of gone) mirror.delete(id);
      expect([...mirror.values()].map(brief).sort()).toEqual(coverage.rows().map(brief).sort());
      expect(new Set(mirror.values())).toEqual(new Set(coverage.rows()));
      return rows.map(({id}) => id);
    };
    expect(follow()).toHaveLength(4);
    const odd = sighting('invited');
    coverage.add(odd);
    expect(follow()).toEqual(['track/Invited', 'track/invited']);
    const signed = sighting('Signed Up');
    coverage.add(signed);
    expect(follow()).toEqual(['track/Signed Up']);
    coverage.remove(odd);
    coverage.remove(signed);
    expect(follow().sort()).toEqual(['track/Invited', 'track/Signed Up']);
    expect(follow()).toEqual([]);
  });

  it('names without end have no rows without end, and are counted', () => {
    const coverage = createCoverage(null);
    const all = Array.from({length: 5_003}, (_, index) => sighting(`made up ${index}`));
    for (const each of all) coverage.add(each);
    expect([coverage.rows().length, coverage.unlisted]).toEqual([5_000, 3]);
    for (const each of all) coverage.remove(each);
    expect([coverage.rows().length, coverage.unlisted]).toEqual([0, 0]);
  });

  it('an event that is named like the ID of a rule’s second version is not planned', () => {
    const rules = plan.rules.map((rule) => ({...rule, id: `${rule.id}@1`}));
    const coverage = createCoverage({...plan, rules});
    const odd = sighting('Left@1', {rule: null});
    coverage.add(odd);
    expect(coverage.rows().at(-1)).toMatchObject({name: 'Left@1', grade: 'unplanned', seen: 1});
    expect(coverage.rows().find(({id}) => id === 'track/Left@1')?.grade).toBe('never-seen');
    expect(coverage.rowOf(odd)).toBe(coverage.rows().at(-1)?.id);
    coverage.remove(odd);
    expect(coverage.rows()).toHaveLength(4);
  });

  it('counts 100,000 events faster than they are read from their text', () => {
    const all = Array.from({length: 100_000}, (_, index) =>
      sighting(`Event ${index % 500}`, {
        isFaulty: index % 10 === 0,
        page: `https://a.example/${index % 300}`,
      }),
    );
    const text = JSON.stringify(all);
    const attempts = Array.from({length: 3}, () => {
      const reading = measure(() => JSON.parse(text));
      const coverage = createCoverage(null);
      const counting = measure(() => {
        for (const each of all) coverage.add(each);
        expect(coverage.takeChanges().rows).toHaveLength(500);
        for (const each of all.slice(0, 50_000)) coverage.remove(each);
        expect(coverage.takeChanges().rows).toHaveLength(500);
      });
      return counting / reading;
    });
    expect(Math.min(...attempts)).toBeLessThan(2);
  });

  it('names like those of objects’ own are names', () => {
    const rows = cover([
      sighting('__proto__', {properties: JSON.parse('{"__proto__": 1, "constructor": 2}')}),
    ]).rows();
    expect(rows.at(-1)).toMatchObject({name: '__proto__', grade: 'unplanned', seen: 1});
  });

  it('without a plan it is the overview by type and name', () => {
    const coverage = createCoverage(null);
    for (const each of [
      sighting('A', {rule: null}),
      sighting('A', {rule: null, isFaulty: true}),
      sighting(null, {type: 'identify'}),
    ])
      coverage.add(each);
    expect(coverage.rows().map(brief)).toEqual([
      'track/A: sometimes-wrong 1/2',
      'identify: always-right 0/1',
    ]);
  });

  it('two runs are compared by what changed', () => {
    const before = cover([sighting('Signed Up', {isFaulty: true}), sighting('Odd')]).rows();
    const after = cover([sighting('Signed Up')]).rows();
    expect(compareRuns(before, after)).toEqual([
      {id: 'track/Signed Up', name: 'Signed Up', before: 'never-right', after: 'always-right'},
      {id: 'track/Odd', name: 'Odd', before: 'unplanned', after: null},
    ]);
  });

  it('says what could not be seen', () => {
    const spots = {
      isRecordingOff: true,
      dropped: 2,
      unreadable: 1,
      unlisted: 1_000,
      sitesWithoutCapture: ['https://a.example'],
    };
    expect(describeBlindSpots(spots)).toEqual([
      'Recording is off, so new requests are not counted.',
      'Not counted: 2 requests that were dropped to make room.',
      'The body of 1 request could not be read.',
      'Not listed: 1000 events whose names came after the first 5000.',
      'Capture is not allowed on https://a.example.',
    ]);
    expect(
      describeBlindSpots({
        isRecordingOff: false,
        dropped: 0,
        unreadable: 0,
        unlisted: 0,
        sitesWithoutCapture: [],
      }),
    ).toEqual([]);
  });
});

describe('expectations', () => {
  const at = (name: string, seconds: number, more: Partial<Sighting> = {}) =>
    sighting(name, {at: seconds * 1000, ...more});
  const call = (type: Sighting['type'], seconds: number) => sighting(null, {at: seconds * 1000, type});
  const base = {pages: null};
  it.each<[string, ExpectationFacts, Sighting[], string]>([
    ['exactly once', {...base, kind: 'count', event: 'A', bound: 'exactly', count: 1}, [at('A', 1)], 'met'],
    [
      'exactly once, twice',
      {...base, kind: 'count', event: 'A', bound: 'exactly', count: 1},
      [at('A', 1), at('A', 2)],
      'broken',
    ],
    [
      'at least once, never',
      {...base, kind: 'count', event: 'A', bound: 'at-least', count: 1},
      [at('B', 1)],
      'broken',
    ],
    [
      'at most once, never',
      {...base, kind: 'count', event: 'A', bound: 'at-most', count: 1},
      [at('B', 1)],
      'met',
    ],
    [
      'nothing happened at all',
      {...base, kind: 'count', event: 'A', bound: 'at-least', count: 1},
      [],
      'not-applied',
    ],
    ['never', {...base, kind: 'never', event: 'A'}, [at('B', 1)], 'met'],
    ['never, once', {...base, kind: 'never', event: 'A'}, [at('A', 1)], 'broken'],
    ['A before B', {...base, kind: 'before', first: 'A', next: 'B'}, [at('A', 1), at('B', 2)], 'met'],
    ['B without A', {...base, kind: 'before', first: 'A', next: 'B'}, [at('B', 2)], 'broken'],
    ['no B', {...base, kind: 'before', first: 'A', next: 'B'}, [at('A', 2)], 'not-applied'],
    [
      'an identify call before A',
      {...base, kind: 'before', first: 'identify', next: 'A'},
      [call('identify', 1), at('A', 2)],
      'met',
    ],
    [
      'another call before A',
      {...base, kind: 'before', first: 'identify', next: 'A'},
      [call('group', 1), at('A', 2)],
      'broken',
    ],
    [
      'a group call within 5 s',
      {...base, kind: 'within', first: 'identify', next: 'group', milliseconds: 5000},
      [call('identify', 1), call('group', 2)],
      'met',
    ],
    [
      'one identify call',
      {...base, kind: 'count', event: 'identify', bound: 'exactly', count: 1},
      [call('identify', 1), call('identify', 2), at('A', 3)],
      'broken',
    ],
    [
      'a page with a name is not called by its type',
      {...base, kind: 'never', event: 'page'},
      [at('Home', 1, {type: 'page'})],
      'met',
    ],
    [
      'B within 5 s',
      {...base, kind: 'within', first: 'A', next: 'B', milliseconds: 5000},
      [at('A', 1), at('B', 6)],
      'met',
    ],
    [
      'B within 5 s of the last A, in one batch',
      {...base, kind: 'within', first: 'A', next: 'B', milliseconds: 5000},
      [at('A', 9, {happened: 1000}), at('A', 9, {happened: 2000}), at('B', 9, {happened: 6000})],
      'met',
    ],
    [
      'B in the same batch, too late',
      {...base, kind: 'within', first: 'A', next: 'B', milliseconds: 5000},
      [at('A', 9, {happened: 1000}), at('B', 9, {happened: 7000})],
      'broken',
    ],
    [
      'B too late',
      {...base, kind: 'within', first: 'A', next: 'B', milliseconds: 4999},
      [at('A', 1), at('B', 6)],
      'broken',
    ],
    ['property there', {...base, kind: 'property', event: 'A', property: '/plan'}, [at('A', 1)], 'met'],
    ['property missing', {...base, kind: 'property', event: 'A', property: '/x'}, [at('A', 1)], 'broken'],
    [
      'property equal',
      {...base, kind: 'property', event: 'A', property: '/plan', equals: 'pro'},
      [at('A', 1)],
      'broken',
    ],
    ['other pages', {...base, pages: '*/checkout', kind: 'never', event: 'A'}, [at('A', 1)], 'not-applied'],
    [
      'these pages',
      {...base, pages: 'https://app.example/*', kind: 'never', event: 'A'},
      [at('A', 1)],
      'broken',
    ],
  ])('%s', (_, expectation, run, state) => {
    expect(judgeRun(toExpectation(expectation), run)?.state).toBe(state);
  });

  it.each<[string, Sighting[], string]>([
    ['as it was sent', [at('A', 1), at('B', 2)], 'met'],
    ['recorded the other way round', [at('B', 2), at('A', 1)], 'met'],
    ['in the same second of the page’s clock', [at('B', 2, {happened: 0}), at('A', 1, {happened: 0})], 'met'],
    ['in one batch', [at('B', 2, {happened: 1}), at('A', 2, {happened: 0})], 'met'],
    ['without times', [sighting('A', {at: null}), sighting('B', {at: null})], 'met'],
    ['without times, the other way round', [sighting('B', {at: null}), sighting('A', {at: null})], 'broken'],
    ['with some times', [at('A', 1), sighting('B', {at: null}), at('C', 3)], 'met'],
    ['with some times, the other way round', [at('C', 1), sighting('B', {at: null}), at('A', 3)], 'broken'],
  ])('the order of a run is that of what happened: %s', (_, sightings, state) => {
    const order = toExpectation({kind: 'before', first: 'A', next: 'B', pages: null});
    expect(judgeRun(order, sightings)?.state).toBe(state);
  });

  it.each([
    ['https://a.example/*', 'https://a.example/x', true],
    ['*/x', 'https://a.example/x', true],
    ['*a*b*', 'xxaxxbxx', true],
    ['*a*b*', 'xxbxxaxx', false],
    ['a*a', 'a', false],
    ['a', 'ab', false],
  ])('the page pattern %s on %s: %s', (pattern, page, matches) => {
    expect(matchesPage(pattern, page)).toBe(matches);
  });
});

describe('a first plan from what was seen', () => {
  it('has types, what is required, and an enum of few short words', async () => {
    const values = ['free', 'pro', 'free', 'pro', 'free'];
    const events = values.map((tier, index) =>
      sighting('A', {
        properties: {
          tier,
          n: index % 2 === 0 ? 1 : 1.5,
          ...(index === 0 ? {once: null} : {}),
          list: [{a: 1}],
        },
      }),
    );
    const draft = draftPlan('Seen', events);
    expect(draft.events).toEqual({
      A: {
        type: 'object',
        properties: {
          tier: {type: 'string', enum: ['free', 'pro']},
          n: {type: 'number'},
          once: {type: 'null'},
          list: {type: 'array', items: {type: 'object', properties: {a: {type: 'integer'}}, required: ['a']}},
        },
        required: ['tier', 'n', 'list'],
      },
    });
    expect((await read(JSON.stringify(draft))).rules.map(({id}) => id)).toEqual(['track/A']);
  });

  it.each([
    ['a@b.example', 'contact'],
    ['anna', 'first_name'],
    ['Anna Smith', 'tier'],
    ['+49 170 1234567', 'tier'],
    ['4f2a9c1e', 'tier'],
    ['anna', 'userId'],
  ])('never holds a value that looks personal: %s in %s', (value, property) => {
    const events = Array.from({length: 8}, () => sighting('A', {properties: {[property]: value}}));
    expect(JSON.stringify(draftPlan('Seen', events))).not.toContain(value);
  });
});

describe('reports', () => {
  const rows = cover([
    sighting('Signed Up'),
    sighting('Signed In', {isFaulty: true}),
    sighting('=1+1 <b>|x', {isFaulty: true}),
    sighting(null, {type: 'group', rule: null}),
  ]).rows();
  const report = {
    title: 'Product',
    rows,
    violations: [],
    blindSpots: ['Recording is off.'],
    expectations: [],
  };

  it('Markdown in which nothing of a name is markup', () => {
    const text = toCoverageMarkdown(report);
    expect(text).toContain('| `Signed Up` | always right | 1 | 0 % |');
    expect(text).toContain('`=1+1 <b>\\|x`');
    expect(text).toContain('| `Invited` | never seen | – | – | – |');
  });

  it('CSV in which nothing is a formula', () => {
    const lines = toCoverageCsv(report).split('\r\n');
    expect(lines[0]).toMatch(/^\uFEFF"call","event","section","state","seen"/);
    expect(lines.at(-2)).toMatch(/^"note",.*,"Recording is off\."$/);
    expect(lines.find((line) => line.includes('1+1'))).toMatch(/^"track","'=1\+1 <b>\|x",/);
  });

  it('JSON', () => {
    expect(JSON.parse(toCoverageJson(report))).toMatchObject({
      schemaVersion: 1,
      rows: [
        {id: 'track/Signed Up', grade: 'always-right'},
        {},
        {},
        {},
        {grade: 'unplanned'},
        {grade: 'unplanned'},
      ],
    });
  });

  it('JUnit, with never seen as it is wanted', () => {
    expect(toCoverageJunit(report, {neverSeen: 'failure'})).toContain('tests="6" failures="4" skipped="1"');
    const text = toCoverageJunit(report, {neverSeen: 'skipped'});
    expect(text).toContain('tests="6" failures="2" skipped="3"');
    const mild = toCoverageJunit(report, {neverSeen: 'skipped', unplanned: 'skipped'});
    expect(mild).toContain('tests="6" failures="1" skipped="4"');
    expect(text).toContain('<system-out>Recording is off.</system-out>\n  </testsuite>');
    expect(text).toContain('name="=1+1 &lt;b&gt;|x"');
  });

  it('titles are unique and exact, also in JUnit', () => {
    const version = (number: number) => ({call: 'track' as const, name: 'A', version: number});
    const rules = [1, 2].map((number) => ({...plan.rules[0], ...version(number), id: `track/A@${number}`}));
    const coverage = createCoverage({...plan, rules: rules as Plan['rules']});
    for (const name of ['page A', 'a\nb\tc']) coverage.add(sighting(name, {rule: null}));
    coverage.add(sighting('A', {type: 'page', rule: null}));
    const versioned = {...report, rows: coverage.rows()};
    const titles = ['A (version 1)', 'A (version 2)', 'page A', 'a\nb\tc', 'page A #2'];
    expect([...toRowTitles(versioned.rows).values()]).toEqual(titles);
    expect(toCoverageMarkdown(versioned)).toContain('| `A (version 2)` | never seen |');
    const text = toCoverageJunit(versioned, {neverSeen: 'skipped'});
    const names = [...text.matchAll(/<testcase classname="[^"]*" name="([^"]*)"/g)].map(([, name]) => name);
    expect(names).toEqual(titles.map((title) => title.replace('\n', '&#10;').replace('\t', '&#9;')));
  });

  it.each(Object.entries(planExamples))('%s goes out as JSON Schema and comes in again', async (_, files) => {
    const reading = await readPlan(files);
    if (!reading.ok) throw new Error(reading.message);
    const again = await read(JSON.stringify(toJsonSchema(reading.plan, [])));
    const shape = ({rules}: Plan) =>
      rules.map(({call, name, where, draft}) => `${call} ${name} ${where} ${draft}`).sort();
    expect(shape(again)).toEqual(shape(reading.plan));
  });
});
