import {describe, expect, it} from 'vitest';
import {createPlanCoverage} from '../coverage/plan-coverage';
import {
  defaultSettings,
  describePlanProblem,
  inspectRequest,
  type PlanInFile,
  requestFromParts,
} from '../domain';
import {judge} from '../judge/judge';
import {openExportedPlans} from './open-exported-plans';

const text = JSON.stringify({title: 'P', events: {signed_up: {type: 'object', required: ['plan']}}});
const toStored = (more: Partial<PlanInFile>): PlanInFile => ({
  title: 'P',
  files: [{name: 'p.json', text}],
  isOn: true,
  hosts: [],
  protocols: [],
  expectations: [],
  ...more,
});
const event = {event_name: 'odd', user_id: 'u-1', timestamp: '2026-11-01T10:00:00Z', properties: {}};
const request = requestFromParts({
  url: 'https://api.app.thrivestack.ai/api/track',
  method: 'POST',
  headers: {'content-type': 'application/json'},
  body: JSON.stringify([event, {...event, event_name: 'signed_up'}]),
});

describe('a plan that the panel exported', () => {
  it.each<[string, Partial<PlanInFile>, string[]]>([
    ['for every API', {}, ['plan/unplanned-event', 'plan/missing-property']],
    ['for this API', {protocols: ['thrivestack-track']}, ['plan/unplanned-event', 'plan/missing-property']],
    ['for another host', {hosts: ['shop.example']}, ['plan/unplanned-event', 'plan/missing-property']],
    ['for another API', {protocols: ['segment', 'journy']}, []],
    ['that is off', {isOn: false}, []],
  ])('%s', async (_, stored, codes) => {
    const checkers = await openExportedPlans([toStored(stored)]);
    const {requests} = judge([{request, file: 'a'}], {settings: defaultSettings, checkers, version: '1'});
    const found = requests.flatMap(({issues}) => issues.map(({code}) => code));
    expect(found.filter((code) => code.startsWith('plan/'))).toEqual(codes);
  });

  it('tells which names of its expectations are not in the plan', async () => {
    const expectations = [{kind: 'never', event: 'signed_upp'}];
    const problems: string[] = [];
    await openExportedPlans([toStored({expectations})], () => ({
      onProblem: (problem) => problems.push(describePlanProblem(problem)),
    }));
    expect(problems).toEqual([
      'The expectation “signed_upp is never sent” may be misspelt: “signed_upp” is not in the tracking plan. Did you mean “signed_up”?',
    ]);
  });

  it('has no coverage by requests of an API that it is not for', async () => {
    const [checker] = await openExportedPlans([toStored({protocols: ['segment']})]);
    if (checker === undefined) throw new Error('The plan is on.');
    const coverage = createPlanCoverage(checker, defaultSettings);
    coverage.add(request, inspectRequest(request));
    expect(coverage.report().rows).toMatchObject([{name: 'signed_up', grade: 'never-seen', seen: 0}]);
  });
});
