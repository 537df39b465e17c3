import * as fc from 'fast-check';
import {expect, it} from 'vitest';
import {propertyOptions} from '../../testing/property-options';
import type {RunBounds, Sighting} from '../coverage/sighting';
import {type ExpectationFacts, toExpectation} from './expectation';
import {createRunJudge} from './judge-run';

const pages = 'https://a.example/*';
const facts: ExpectationFacts[] = [null, pages].flatMap((pages): ExpectationFacts[] => [
  {kind: 'count', event: 'A', bound: 'exactly', count: 2, pages},
  {kind: 'count', event: 'A', bound: 'at-least', count: 2, pages},
  {kind: 'count', event: 'identify', bound: 'at-most', count: 1, pages},
  {kind: 'never', event: 'B', pages},
  {kind: 'before', first: 'A', next: 'B', pages},
  {kind: 'before', first: 'A', next: 'A', pages},
  {kind: 'within', first: 'A', next: 'B', milliseconds: 2, pages},
  {kind: 'within', first: 'A', next: 'A', milliseconds: 1, pages},
  {kind: 'property', event: 'A', property: '/p', pages},
  {kind: 'property', event: 'A', property: '/p', equals: null, pages},
  {kind: 'property', event: 'A', property: '/p', equals: 1, pages},
]);
const expectations = facts.map(toExpectation);
const plan = {rules: [], isPartial: false};

type Placed = Pick<Sighting, 'type' | 'name' | 'happened' | 'page' | 'properties'> & {isElsewhere?: true};

/** Few values, so that there are events of the same moment. */
const time = fc.option(fc.integer({min: 0, max: 4}));
const event: fc.Arbitrary<Placed> = fc.record(
  {
    type: fc.constantFrom('track', 'identify'),
    name: fc.constantFrom('A', 'A', 'B', null),
    happened: time,
    page: fc.constantFrom('https://a.example/x', 'https://b.example/', null),
    properties: fc.constantFrom({}, {p: null}, {p: 1}),
    isElsewhere: fc.constant(true as const),
  },
  {requiredKeys: ['type', 'name', 'happened', 'page', 'properties']},
);

type Step =
  | {do: 'put'; id: string; place: number; at: number | null; events: Placed[]}
  | {do: 'remove'; id: string}
  | {do: 'judge'};

const id = fc.constantFrom('q', 'r', 's', 't', 'u');
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('put' as const),
      id,
      place: fc.nat(9),
      at: time,
      events: fc.array(event, {maxLength: 4}),
    }),
  },
  {weight: 1, arbitrary: fc.record({do: fc.constant('remove' as const), id})},
  {weight: 3, arbitrary: fc.constant({do: 'judge' as const})},
);

function toSightings({id, at, events}: Step & {do: 'put'}): Sighting[] {
  const base = {request: id, at, host: 'h', release: null, rule: null, isFaulty: false};
  return events.map((placed, event) => ({...base, event, ...placed}));
}

const bounds: fc.Arbitrary<RunBounds> = fc.record({
  start: fc.constantFrom(null, null, 1),
  end: fc.constantFrom(null, null, 3),
});

it('a run whose events come, change and go is judged as one that is read from the beginning', () => {
  fc.assert(
    fc.property(bounds, fc.array(step, {maxLength: 30}), (bounds, steps) => {
      const list: string[] = [];
      const sightings = new Map<string, Sighting[]>();
      const open = () => createRunJudge({expectations, bounds, plan, requests: () => list});
      const run = open();
      for (const each of [...steps, {do: 'judge'} as const]) {
        if (each.do === 'judge') {
          const fresh = open();
          for (const [id, own] of sightings) fresh.put(id, own);
          expect(run.judge()).toEqual(fresh.judge());
          continue;
        }
        const at = list.indexOf(each.id);
        if (at >= 0) list.splice(at, 1);
        if (each.do === 'put') {
          list.splice(each.place, 0, each.id);
          sightings.set(each.id, toSightings(each));
        } else sightings.delete(each.id);
        run.put(each.id, sightings.get(each.id) ?? []);
      }
    }),
    propertyOptions(300),
  );
});
