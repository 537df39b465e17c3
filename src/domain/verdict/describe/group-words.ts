import {quote, showValue} from '../describe-value';
import {SentNumber} from '../sent-number';
import {toFieldName} from '../to-field-name';
import {type Describe, describeMissing} from './wording';

export interface ConflictingId {
  value: unknown;
  /** The ID that is read, and its digits as they were sent if JavaScript would show others. */
  own: unknown;
  ownDigits?: string | undefined;
  field?: string;
}

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
  'conflicting-group-id': ({value, own, ownDigits, field = 'context.group_id'}: ConflictingId, {pointer}) => {
    const expected = showValue(ownDigits === undefined ? own : new SentNumber(ownDigits));
    return {
      message: `${toFieldName(pointer)} is ${showValue(value)}, but ${field} is ${expected}, and only that one is read. Send one ID.`,
      expected,
      found: showValue(value),
    };
  },
} as const satisfies Record<string, Describe>;
