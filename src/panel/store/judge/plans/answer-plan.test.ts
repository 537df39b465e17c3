import {expect, it} from 'vitest';
import type {KnownPlan} from '../../../../domain/plans/add-to-plan';
import {readPlan} from '../../../../domain/plans/read-plan';
import {draftPlanText} from './answer-plan';

async function known(length: number): Promise<KnownPlan> {
  const schema = {type: 'object', description: 'x'.repeat(length)};
  const files = [{name: 'plan.json', text: JSON.stringify({title: 'Product', events: {Good: schema}})}];
  const reading = await readPlan(files);
  if (!reading.ok) throw new Error(reading.message);
  return {plan: reading.plan, files, expectations: []};
}

it('adds to a plan that its editor opens at once, and to no larger one', async () => {
  expect(draftPlanText(await known(2_900_000), []).file.name).toBe('plan.json');
  const large = await known(3_000_000);
  expect(() => draftPlanText(large, [])).toThrow('too large for the editor: more than 3 MB');
});
