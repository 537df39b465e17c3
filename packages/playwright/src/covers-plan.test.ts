import {
  createPlanChecker,
  createPlanCoverage,
  createValidator,
  defaultSettings,
  inspectRequest,
  readPlan,
  requestFromParts,
} from '@track-inspector/core';
import {expect, it} from 'vitest';
import {coversPlan} from './covers-plan';

const events = {
  A: {type: 'object', 'x-section': 'Start'},
  B: {type: 'object', properties: {plan: {type: 'string'}}, 'x-section': 'End'},
};

async function cover(names: readonly string[], expectations: readonly object[]) {
  const reading = await readPlan([{name: 'plan.json', text: JSON.stringify({events, expectations})}]);
  if (!reading.ok) throw new Error(reading.message);
  const counted = createPlanCoverage(createPlanChecker(reading.plan, createValidator()), defaultSettings);
  const request = requestFromParts({
    id: 'a',
    url: 'https://api.app.thrivestack.ai/api/track',
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify(
      names.map((name) => ({event_name: name, properties: {plan: name === 'B' ? 'x' : 1}})),
    ),
  });
  counted.add(request, inspectRequest(request, {settings: defaultSettings}));
  return counted.report();
}

const once = {kind: 'count', event: 'A', bound: 'exactly', count: 1};
it.each<[string, readonly string[], readonly object[], readonly string[] | undefined, boolean]>([
  ['all events', ['A', 'B'], [], undefined, true],
  ['too few events', ['A'], [], undefined, false],
  ['all of a section', ['A'], [], ['Start'], true],
  ['nothing of a section', ['A'], [], ['End'], false],
  ['a section that the plan does not have', ['A', 'B'], [], ['Other'], false],
  ['events besides the plan', ['A', 'B', 'C'], [], undefined, true],
  ['an expectation that is met', ['A', 'B'], [once], undefined, true],
  ['one that is broken', ['A', 'A', 'B'], [once], undefined, false],
  ['one that is broken, for a part of the plan', ['A', 'A'], [once], ['Start'], true],
  ['one that does not apply', ['A', 'B'], [{kind: 'before', first: 'A', next: 'C'}], undefined, true],
])('%s', async (_, names, expectations, sections, isCovered) => {
  const covered = coversPlan(await cover(names, expectations), sections);
  expect(covered.isCovered).toBe(isCovered);
  expect(covered.report.expectations).toHaveLength(sections ? 0 : expectations.length);
});
