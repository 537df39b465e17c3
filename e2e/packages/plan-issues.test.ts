import {
  createPlanCoverage,
  defaultSettings,
  github,
  type Issue,
  json,
  judge,
  junit,
  markdown,
  requestFromParts,
  toCoverageText,
} from '@track-inspector/core';
import {expect, it} from 'vitest';
import {stylish} from '../../packages/cli/src/reporters/stylish';
import {toBugReport} from '../../src/domain/export/bug-report';
import {toCsv} from '../../src/domain/export/csv';
import {inspectRequest} from '../../src/domain/inspect-request';
import {inspectByPlans} from '../../src/domain/plans/inspect-by-plans';
import {openPlan} from '../../src/domain/plans/open-plan';
import {toViolationsCsv} from '../../src/domain/plans/report/to-csv';
import {toCoverageJson} from '../../src/domain/plans/report/to-json';
import {toCoverageJunit} from '../../src/domain/plans/report/to-junit';
import {toCoverageMarkdown} from '../../src/domain/plans/report/to-markdown';

/** The rule is on the fourth line of its file. */
const plan = `{
  "title": "Shop plan",
  "events": {
    "Signed Up": {"type": "object", "required": ["source"]}
  }
}`;
const event = {
  event_name: 'Signed Up',
  user_id: 'u-1',
  timestamp: '2026-11-01T10:00:00.000Z',
  properties: {user_email: 'amy@acme.example'},
  context: {group_id: 'g-1'},
};
const request = requestFromParts({
  id: 'request-1',
  url: 'https://api.app.thrivestack.ai/api/track',
  method: 'POST',
  headers: {'content-type': 'application/json', 'x-api-key': 'k'},
  body: JSON.stringify([event]),
});

async function writeAll(): Promise<Record<string, string>> {
  const opened = await openPlan([{name: 'plan.json', text: plan}], {});
  if (!opened.ok) throw new Error(opened.message);
  const {checker} = opened;
  const {rules} = defaultSettings;
  const plain = inspectRequest(request);
  const judged = {request, inspection: inspectByPlans(plain, [checker], rules).inspection};
  const coverage = createPlanCoverage(checker, {rules});
  coverage.add(request, plain);
  const report = coverage.report();
  const options = {settings: defaultSettings, checkers: [checker], version: '1.0.0'};
  const verdict = judge([{request, file: 'a.har'}], options);
  const reporters = {stylish, json, junit, markdown, github};
  expect(judged.inspection.issues.map(({code}: Issue) => code)).toContain('plan/missing-property');
  return {
    'CSV of the list': toCsv([judged]),
    'Markdown bug report': toBugReport(judged, {}),
    'CSV of all issues': toViolationsCsv(report),
    'coverage as JSON': toCoverageJson(report),
    'coverage as JUnit': toCoverageJunit(report, {neverSeen: 'skipped'}),
    'coverage as Markdown': toCoverageMarkdown(report),
    'coverage on the command line': toCoverageText(report),
    ...Object.fromEntries(
      Object.entries(reporters).map(([name, write]) => [
        `--format ${name}`,
        write(verdict, {quiet: false, colour: false}),
      ]),
    ),
  };
}

it('every format that lists issues names the plan, its rule and the line of an issue of a plan', async () => {
  for (const [format, text] of Object.entries(await writeAll())) {
    expect(text, `${format}: plan`).toContain('Shop plan');
    expect(text, `${format}: rule`).toContain('Signed Up');
    expect(text, `${format}: line`).toContain('line 4');
  }
});
