import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {type ShapeFault, toShape} from '../../checks/shape/shape';
import {toShapeNode} from '../../checks/shape/to-shape-node';
import {propertyOptions} from '../../testing/property-options';
import {toEventSchema} from './event-rules';
import {standardEvents} from './standard-events';

const names = [...Object.keys(standardEvents), 'custom'];

/** Values of all types, including edge cases. */
const anyValue = fc.oneof(
  fc.constantFrom(null, '', 'text', 0, -0, 1.5, 2 ** 53, -(2 ** 53), 1e300, true, false, [], {}, [''], {
    a: 1,
  }),
  fc.jsonValue(),
);

/** An event whose documented properties and context contain arbitrary values, some of them missing. */
function anyEvent(name: string): fc.Arbitrary<Record<string, unknown>> {
  const properties = Object.keys(standardEvents[name]?.properties() ?? {revenue: 1, currency: 1});
  const some = (keys: readonly string[]) =>
    fc.record(Object.fromEntries(keys.map((key) => [key, anyValue])), {requiredKeys: []});
  return fc.record(
    {
      event_name: fc.oneof({weight: 5, arbitrary: fc.constant(name)}, anyValue),
      user_id: fc.oneof({weight: 5, arbitrary: fc.constant('user-1')}, anyValue),
      timestamp: anyValue,
      properties: fc.oneof({weight: 5, arbitrary: some([...properties, 'revenue', 'extra'])}, anyValue),
      context: fc.oneof({weight: 5, arbitrary: some(['group_id', 'device_id', 'source', 'x'])}, anyValue),
      more: anyValue,
    },
    {requiredKeys: []},
  );
}

describe('the quick check of an event', () => {
  it.each(names)(
    'finds in %s the places that zod finds, and no others',
    (name) => {
      const schema = toEventSchema(standardEvents[name] ?? null);
      const shape = toShape(toShapeNode(schema));
      fc.assert(
        fc.property(anyEvent(name), (event) => {
          const faults: ShapeFault[] = [];
          shape.check(event, (fault) => faults.push(fault));
          const {error} = schema.safeParse(event);
          const expected = new Set(
            (error?.issues ?? []).map(({path}) => path.map((key) => `/${String(key)}`).join('')),
          );
          expect(new Set(faults.map(({pointer}) => pointer))).toEqual(expected);
        }),
        propertyOptions(100_000 / names.length),
      );
    },
    600_000,
  );

  it('takes no object for none', () => {
    const shape = toShape(toShapeNode(toEventSchema(null)));
    for (const value of [null, [], 'text', 1, true]) {
      const faults: ShapeFault[] = [];
      shape.check(value, (fault) => faults.push(fault));
      expect(faults.map(({pointer}) => pointer)).toEqual(['']);
    }
  });
});
