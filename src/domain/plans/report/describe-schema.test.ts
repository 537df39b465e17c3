import {expect, it} from 'vitest';
import type {JsonValue} from '../../json/json-value';
import {describeSchema} from './describe-schema';

it.each<[JsonValue, string]>([
  [{type: 'string'}, 'string'],
  [{type: ['string', 'null'], maxLength: 20}, 'string or null, at most 20 characters'],
  [{enum: ['a', 2, null]}, 'one of a, 2, null'],
  [{enum: [1, 2, 3, 4, 5, 6, 7]}, 'one of 1, 2, 3, 4, 5, 6 … (7)'],
  [{type: 'string', const: 'web'}, 'string, always web'],
  [{type: 'string', format: 'email', pattern: '^a'}, 'string, email, matching ^a'],
  [{type: 'integer', minimum: 0, exclusiveMaximum: 9}, 'integer, at least 0, below 9'],
  [{type: 'array', minItems: 1}, 'array, at least 1 entries'],
  [{}, 'anything'],
  [true, 'anything'],
  [false, 'must not be sent'],
  [{type: 7, enum: 'x', minimum: 'y'}, 'anything'],
])('%j: %s', (schema, words) => {
  expect(describeSchema(schema)).toBe(words);
});
