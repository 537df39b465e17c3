import {expect, it} from 'vitest';
import type {PlanState} from '../judge/judge-messages';
import {toPlanFaults} from './to-plan-faults';

const state: PlanState = {
  id: 'p',
  title: 'Product',
  revision: '1',
  fault: null,
  rules: 5,
  setAside: [],
  problems: [],
  expectations: [],
};

it.each<[Partial<PlanState>, string[]]>([
  [{}, []],
  [
    {fault: 'plan.json is not valid at line 1.'},
    ['The tracking plan “Product” checks nothing: plan.json is not valid at line 1.'],
  ],
  [
    {setAside: ['track/A']},
    ['Tracking plan “Product”: The rule “track/A” took too long and is not checked.'],
  ],
  [
    {setAside: ['a', 'b', 'c', 'd']},
    ['Tracking plan “Product”: The rules “a”, “b”, “c” and 1 more took too long and are not checked.'],
  ],
  [{problems: ['A: first.', 'B: second.', 'C.']}, ['Tracking plan “Product”: A: first. And 2 more.']],
])('%j is said as %j', (changes, texts) => {
  expect(toPlanFaults([{...state, ...changes}]).map(({text}) => text)).toEqual(texts);
});
