import {describe, expect, it} from 'vitest';
import type {ShapeNode} from '../checks/shape/shape';
import {planExamples} from '../testing/plan-examples';
import {extendGuide} from './extend-guide';
import {readPlan} from './read-plan';

const own: ShapeNode = {
  properties: {
    properties: {anyOf: [{properties: {email: {documentedType: 'string', description: 'Ours.'}}}]},
  },
};

async function readJson(value: unknown) {
  const reading = await readPlan([{name: 'plan.json', text: JSON.stringify(value)}]);
  if (!reading.ok) throw new Error(reading.message);
  return reading.plan;
}

describe('what plans know of an event', () => {
  it('adds names, types, values and descriptions beside what the documents say', async () => {
    const plan = await readJson({
      title: 'Product',
      events: {
        signed_up: {
          properties: {
            email: {type: 'string', description: 'Theirs.'},
            tier: {type: ['string', 'null'], enum: ['free', 'pro', null], description: 'The tier.'},
            source: {const: 'web'},
            address: {properties: {city: {type: 'string'}}},
          },
        },
        other: {properties: {hidden: {}}},
      },
    });
    const known = extendGuide({fields: own, eventNames: ['signed_up']}, [plan], {
      type: 'track',
      name: 'signed_up',
    });
    expect(known.eventNames).toEqual(['signed_up', 'other']);
    const source = {document: 'Product', section: 'signed_up'};
    expect(known.fields.properties?.properties?.properties).toEqual({
      email: {documentedType: 'string', description: 'Ours.', source},
      tier: {documentedType: 'string or null', values: ['free', 'pro'], description: 'The tier.', source},
      source: {values: ['web'], source},
      address: {properties: {city: {documentedType: 'string', source}}, source},
    });
    expect(own.properties?.properties?.properties).toBeUndefined();
  });

  it('finds the properties inside a schema of the whole call', async () => {
    const reading = await readPlan(planExamples['segment-api']);
    if (!reading.ok) throw new Error(reading.message);
    const asked = {type: 'track', name: 'Signed Up'} as const;
    const {fields} = extendGuide({fields: {}, eventNames: []}, [reading.plan], asked);
    expect(Object.keys(fields.properties?.properties?.properties ?? {})).toEqual(['plan', 'seats']);
    expect(fields.properties?.properties?.properties?.plan).toMatchObject({values: ['free', 'pro']});
  });

  it('offers hostile names as they are, and nothing without a rule', async () => {
    const plan = await readJson({events: {a: {properties: JSON.parse('{"__proto__": {"type": "string"}}')}}});
    const {fields} = extendGuide({fields: {}, eventNames: []}, [plan], {type: 'track', name: 'a'});
    expect(Object.keys(fields.properties?.properties?.properties ?? {})).toEqual(['__proto__']);
    const none = {fields: own, eventNames: []};
    expect(extendGuide(none, [plan], {type: 'identify', name: null}).fields).toBe(own);
  });
});
