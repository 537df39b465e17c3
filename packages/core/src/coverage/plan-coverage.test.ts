import {expect, it} from 'vitest';
import {
  createPlanChecker,
  createValidator,
  defaultSettings,
  findFailedRows,
  inspectRequest,
  readPlan,
  requestFromParts,
  toCoverageCsv,
  toCoverageJson,
  toCoverageJunit,
  toCoverageMarkdown,
} from '../domain';
import {toCoverageText} from './coverage-text';
import {createPlanCoverage} from './plan-coverage';

const inside = (place: string, name: string, type: string) => ({
  properties: {[place]: {type: 'object', properties: {[name]: {type}}, required: [name]}},
});
const rules = [
  {type: 'TRACK', key: 'Signed Up', version: 1, jsonSchema: inside('properties', 'plan', 'string')},
  {type: 'TRACK', key: 'Signed Up', version: 2, jsonSchema: inside('properties', 'plan', 'integer')},
  {type: 'IDENTIFY', jsonSchema: inside('traits', 'email', 'string')},
  {type: 'TRACK', key: 'Page Viewed', version: 1, jsonSchema: inside('properties', 'area', 'string')},
];

/** The report of Segment calls in one batch. */
async function cover(calls: readonly object[], planned: readonly object[] = rules, more: object = {}) {
  const trackingPlan = {name: 'Seg', id: 'rs_1', rules: planned};
  const text = JSON.stringify({data: {trackingPlan, ...more}});
  const reading = await readPlan([{name: 'plan.json', text}]);
  if (!reading.ok) throw new Error(reading.message);
  const counted = createPlanCoverage(createPlanChecker(reading.plan, createValidator()), defaultSettings);
  const batch = calls.map((call, index) => ({messageId: `m-${index}`, userId: 'u', ...call}));
  const request = requestFromParts({
    id: 'a',
    url: 'https://api.segment.io/v1/batch',
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify({batch}),
  });
  counted.add(request, inspectRequest(request, {settings: defaultSettings}));
  return counted.report();
}

const track = (event: string, plan: unknown, version?: number) => ({
  type: 'track',
  event,
  properties: {plan},
  ...(version === undefined ? {} : {context: {protocols: {event_version: version}}}),
});

it.each<[string, object, string, RegExp]>([
  ['the older version of a rule', track('Signed Up', 5), 'track/Signed Up@1', /plan is 5/],
  ['the newer version', track('Signed Up', 'x', 2), 'track/Signed Up@2', /plan is "x"/],
  ['a call without a name', {type: 'identify', traits: {}}, 'identify', /email is missing/],
  [
    'a page that is checked as an event',
    {type: 'page', name: 'Home'},
    'track/Page Viewed@1',
    /area is missing/,
  ],
  ['an unplanned event', track('Odd', 1), 'track/Odd', /not in the tracking plan/],
  [
    'a name like an ID of a rule',
    track('Signed Up@1', 'x'),
    'track/Signed Up@1 (unplanned)',
    /not in the tr/,
  ],
])('what is wrong with %s is told at its row only', async (_, call, row, told) => {
  const report = await cover([call]);
  expect(report.violations).toMatchObject([{row, message: expect.stringMatching(told)}]);
  expect(report.rows.filter(({seen}) => seen > 0)).toMatchObject([{id: row, seen: 1, faulty: 1}]);
  const [message = ''] = report.violations.map((violation) => violation.message);
  expect(toCoverageText(report).split(message)).toHaveLength(2);
  const cases = toCoverageJunit(report, {neverSeen: 'skipped'}).split('<testcase ');
  expect(cases.filter((text) => text.includes('<failure'))).toHaveLength(1);
  expect(cases.find((text) => text.includes('<failure'))).toMatch(/<failure message="[^"]+">[^<]+</);
});

it.each([['api_key=sekret-key-9'], ['sekret-key-2 seen'], ['at https://sekret:key@a.example/']])(
  'a credential in an unplanned name is masked in every format: %s',
  async (name) => {
    const report = await cover([{...track(name, 'x'), password: 'sekret-key-2'}]);
    expect(report.rows.at(-1)).toMatchObject({
      grade: 'unplanned',
      seen: 1,
      name: expect.stringContaining('MASKED'),
    });
    expect(report.violations[0]?.row).toBe(report.rows.at(-1)?.id);
    const junit = toCoverageJunit(report, {neverSeen: 'skipped'});
    for (const text of [toCoverageText, toCoverageMarkdown, toCoverageCsv, toCoverageJson].map((write) =>
      write(report),
    ))
      expect(text + junit).not.toContain('sekret');
  },
);

it('says how many events are not listed', async () => {
  const report = await cover(Array.from({length: 5_002}, (_, index) => track(`made up ${index}`, 'x')));
  expect(report.rows.filter(({rule}) => rule === null)).toHaveLength(5_000);
  expect(report.blindSpots).toEqual(['Not listed: 2 events whose names came after the first 5000.']);
});

const common = {type: 'COMMON', jsonSchema: inside('context', 'app', 'string')};
const page = {pagination: {next: 'more'}};
const inApp = {context: {app: 'a'}};
it.each<[string, object, readonly object[], object, [boolean, boolean]]>([
  ['of the plan', track('Signed Up', 'x'), rules, {}, [false, false]],
  ['that breaks its rule', track('Signed Up', 5), rules, {}, [true, true]],
  ['that is not in the plan', track('Odd', 1), rules, {}, [false, true]],
  ['that is not in this part of the plan', track('Odd', 1), rules, page, [false, false]],
  [
    'of a call that the plan is not about',
    {type: 'group', groupId: 'g', traits: {}},
    rules,
    {},
    [false, false],
  ],
  ['of a plan without events', track('Odd', 1), [rules[2] ?? {}], {}, [false, false]],
  ['that is unplanned and breaks the rule for all', track('Odd', 1), [...rules, common], {}, [true, true]],
  ['that is unplanned and keeps it', {...track('Odd', 1), ...inApp}, [...rules, common], {}, [false, true]],
])('an event %s fails as in checks', async (_, call, planned, more, fails) => {
  const report = await cover([call], planned, more);
  const [row] = report.rows.filter(({seen}) => seen > 0);
  const failsIf = (unplanned: boolean) =>
    row !== undefined && findFailedRows(report, {neverSeen: false, unplanned}).has(row);
  expect([failsIf(false), failsIf(true)]).toEqual(fails);
});

it.each<[string, readonly object[], readonly string[]]>([
  ['no version', [], ['track/Signed Up@1', 'track/Signed Up@2']],
  ['the older version', [track('Signed Up', 'x')], []],
  ['the newer version', [track('Signed Up', 5, 2)], []],
  ['one version that is wrong', [track('Signed Up', 5)], ['track/Signed Up@1']],
])('of the versions of a rule one has to be sent: %s', async (_, calls, failed) => {
  const report = await cover([{type: 'group', groupId: 'g', traits: {}}, ...calls], rules.slice(0, 2));
  const rows = [...findFailedRows(report, {neverSeen: true, unplanned: true})];
  expect(rows.map(({id}) => id)).toEqual(failed);
});
