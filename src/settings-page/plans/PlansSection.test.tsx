import 'fake-indexeddb/auto';
import {isValidElement, type VNode} from 'preact';
import {expect, it} from 'vitest';
import {readPlan} from '../../domain/plans/read-plan';
import {openPlanStore} from '../../storage/plan-store';
import {createPlansForm} from './create-plans-form';
import {PlansSection} from './PlansSection';

/** The elements of a component that it returns itself. */
function listElements(node: unknown): VNode<{role?: string; children?: unknown}>[] {
  if (Array.isArray(node)) return node.flatMap(listElements);
  if (!isValidElement(node)) return [];
  const element = node as VNode<{role?: string; children?: unknown}>;
  return [element, ...listElements(element.props.children)];
}

it('says beside the preview why the plan cannot be stored', async () => {
  const channel = Object.assign(new EventTarget(), {postMessage: () => undefined});
  const store = await openPlanStore('plans-section', channel);
  const full = {...store, put: () => Promise.reject(new Error('The disk is full.'))};
  const form = createPlansForm(
    full,
    (files) => readPlan(files),
    () => 5,
  );
  await form.read([{name: 'plan.json', text: JSON.stringify({title: 'P', events: {A: {type: 'object'}}})}]);
  await form.accept();
  expect(form.preview.value).not.toBeNull();
  const alerts = listElements(PlansSection({form})).filter(({props}) => props.role === 'alert');
  expect(alerts.map(({props}) => props.children)).toEqual(['Could not be saved: The disk is full.']);
});
