import {expect, it} from 'vitest';
import {isBoundTo, type PlanBinding} from './plan-binding';

it.each<[PlanBinding, string, boolean]>([
  [{hosts: [], protocols: []}, 'api.example.com', true],
  [{hosts: ['API.example.com'], protocols: []}, 'api.example.com', true],
  [{hosts: ['example.com'], protocols: []}, 'api.example.com', false],
  [{hosts: ['*.example.com'], protocols: []}, 'api.example.com', true],
  [{hosts: ['*.example.com'], protocols: []}, 'badexample.com', false],
  [{hosts: [], protocols: ['segment']}, 'api.example.com', true],
  [{hosts: [], protocols: ['journy']}, 'api.example.com', false],
])('%j for a Segment request to %s: %s', (binding, host, isBound) => {
  expect(isBoundTo(binding, host, 'segment')).toBe(isBound);
});
