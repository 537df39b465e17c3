import {describeValue, quote, showValue} from '../describe-value';
import {toFieldName} from '../to-field-name';
import {type Describe, describeMissing} from './wording';

const callTypes = 'identify, group, track, page, screen, alias';

export const callWords = {
  'body-not-call': ({value, expected}: {value: unknown; expected: string}, {pointer}) => ({
    message: `${pointer === '' ? 'The body' : toFieldName(pointer)} is ${describeValue(value)}, but the path takes ${expected}.`,
    expected,
    found: showValue(value),
  }),
  'missing-call-type': ({value}: {value: unknown}) => ({
    message: `type is ${describeMissing(value)}, so the call type is unknown. Send one of ${callTypes}.`,
    expected: callTypes,
    found: showValue(value),
  }),
  'unknown-call-type': ({type, meant}: {type: string; meant: string | null}) => ({
    message: `type ${quote(type)} is not documented. Send ${meant === null ? `one of ${callTypes}` : quote(meant)}.`,
    expected: meant ?? callTypes,
    found: showValue(type),
  }),
  'conflicting-call-type': ({type, path}: {type: string | null; path: string}) => ({
    message:
      type === null
        ? `The body is a batch, but the path takes single ${path} calls. Send it to the batch path.`
        : `type is ${quote(type)}, but the path takes ${path} calls. Send the call to the path of its type, or in a batch.`,
    expected: `a ${path} call`,
    found: type ?? 'a batch',
  }),
  'null-trait': ({vendor}: {vendor: string}, {pointer}) => ({
    message: `${toFieldName(pointer)} is null, which overwrites the value stored by ${vendor}. Leave the trait out to keep it.`,
    expected: 'a value, or leave the trait out',
    found: 'null',
  }),
  'conflicting-traits': ({
    first,
    second,
    values,
  }: {
    first: string;
    second: string;
    values: readonly [unknown, unknown];
  }) => ({
    message: `The traits ${quote(first)} and ${quote(second)} are the same trait, since case is ignored, but their values differ: ${showValue(values[0])} and ${showValue(values[1])}. Send only one of them.`,
    expected: showValue(values[0]),
    found: showValue(values[1]),
  }),
} as const satisfies Record<string, Describe>;
