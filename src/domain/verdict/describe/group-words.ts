import {quote, showValue} from '../describe-value';
import {toFieldName} from '../to-field-name';
import {type Describe, describeMissing} from './wording';

export const groupWords = {
  'missing-group-id': (
    {
      value,
      elsewhere,
      name,
      isCall,
    }: {value: unknown; elsewhere: string | null; name: string | null; isCall?: true},
    {pointer},
  ) => {
    const field = toFieldName(pointer);
    const why = isCall
      ? 'A group call requires it.'
      : `${name === null ? 'The event' : quote(name)} is not linked to an account.`;
    const remedy =
      elsewhere === null ? 'Add the ID of the account.' : `Move it there from ${toFieldName(elsewhere)}.`;
    return {
      message: `${field} is ${describeMissing(value)}. ${why} ${remedy}`,
      expected: 'the ID of the account',
      found: showValue(value),
    };
  },
  'misplaced-group-id': ({value}: {value: unknown}, {pointer}) => ({
    message: `The group ID ${showValue(value)} is in ${toFieldName(pointer)}, which is not read. Move it to context.group_id.`,
    expected: 'context.group_id',
    found: toFieldName(pointer),
  }),
  'conflicting-group-id': (
    {value, own, field = 'context.group_id'}: {value: unknown; own: unknown; field?: string},
    {pointer},
  ) => ({
    message: `${toFieldName(pointer)} is ${showValue(value)}, but ${field} is ${showValue(own)}, and only that one is read. Send one ID.`,
    expected: showValue(own),
    found: showValue(value),
  }),
} as const satisfies Record<string, Describe>;
