import {expect, it} from 'vitest';
import {inspectRequest, requestFromParts} from '../inspect-request';
import {createPlanChecker} from './check-event';
import {inspectByPlans} from './inspect-by-plans';
import {readPlan} from './read-plan';
import {createValidator} from './validator';

async function judge(name: string, planned: readonly string[]): Promise<string[]> {
  const plan = {events: Object.fromEntries(planned.map((each) => [each, {type: 'object'}]))};
  const reading = await readPlan([{name: 'plan.json', text: JSON.stringify(plan)}]);
  if (!reading.ok) throw new Error(reading.message);
  const checker = createPlanChecker(reading.plan, createValidator());
  const body = JSON.stringify([{event_name: name, user_id: 'u', context: {group_id: 'g'}}]);
  const url = 'https://api.example.test/api/track';
  const inspection = inspectRequest(requestFromParts({url, method: 'POST', headers: {}, body}));
  return inspectByPlans(inspection, [checker], {}).inspection.issues.map(({code}) => code);
}

it.each([
  ['a custom name', 'board_created', 'unknown-event'],
  ['a standard name in another case', 'Signed_Up', 'near-miss-event-name'],
  ['a standard name but for a letter', 'signd_up', 'near-miss-event-name'],
  ['a word that stands for no value', 'undefined', 'placeholder-name'],
])('%s is right where a plan lists it, and only there', async (_, name, code) => {
  expect(await judge(name, ['invite_sent', name])).not.toContain(code);
  expect(await judge(name, ['invite_sent'])).toContain(code);
});
