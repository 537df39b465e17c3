import {expect, test} from 'vitest';
import * as z from '../../zod';
import {fieldFacts} from './field-facts';
import {toShapeNode} from './to-shape-node';

test('an object says which fields it has, which it wants, and what is known of them', () => {
  const schema = z.looseObject({
    id: z.string().check(z.minLength(1)).register(fieldFacts, {description: 'Unique.'}),
    seats: z.optional(z.union([z.int(), z.null(), z.literal('')])),
    when: z.optional(z.unknown()),
  });
  expect(toShapeNode(schema)).toEqual({
    type: 'object',
    required: ['id'],
    properties: {
      id: {type: 'string', minLength: 1, description: 'Unique.'},
      seats: {anyOf: [{type: 'integer'}, {type: 'null'}, {const: ''}]},
      when: {},
    },
  });
});

test.each<[string, z.ZodMiniType]>([
  ['a type', z.date()],
  ['a check of a text', z.string().check(z.regex(/a/))],
  ['a format of a text', z.email()],
  ['a check of a number', z.number().check(z.minimum(1))],
  ['a check of an object', z.looseObject({}).check(z.refine(() => true))],
  ['a word that is not empty', z.literal('track')],
  ['keys that are forbidden', z.strictObject({})],
])('%s that the quick check does not know is an error, not lost', (_what, schema) => {
  expect(() => toShapeNode(schema)).toThrow(/The shape check does not know/);
});
