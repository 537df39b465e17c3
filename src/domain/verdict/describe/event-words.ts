import {splitPointer} from '../../json/json-pointer';
import {describeValue, quote, showValue} from '../describe-value';
import {toFieldName} from '../to-field-name';
import {type Describe, describeMissing, withArticle} from './wording';

export const eventWords = {
  'missing-event-name': (
    {value, misspelt, example}: {value: unknown; misspelt: string | null; example: string},
    {pointer},
  ) => ({
    message: `${toFieldName(pointer)} is ${describeMissing(value)}. ${toRemedy(misspelt, pointer, `Name what happened, for example ${quote(example)}.`)}`,
    expected: `a name, such as ${quote(example)}`,
    found: showValue(value),
  }),
  'legacy-event-field': ({name}: {name: string}) => ({
    message: `event_name is missing. The name ${quote(name)} is in the legacy field event. Rename event to event_name.`,
    expected: 'event_name',
    found: 'event',
  }),
  'unknown-event': ({name}: {name: string}) => ({
    message: `Custom event ${quote(name)}: only user, time and account are checked.`,
    found: quote(name),
  }),
  'near-miss-event-name': ({name, likely}: {name: string; likely: string}) => ({
    message: `${quote(name)} is not a standard event. Did you mean ${quote(likely)}? Only that one is in the standard reports.`,
    expected: quote(likely),
    found: quote(name),
  }),
  'mixed-up-event': ({name, other, count}: {name: string; other: string; count: number}) => ({
    message: `The event is named ${name}, but ${count} of its properties belong to ${other}. Name it ${other}, or send the properties of ${name}.`,
    expected: other,
    found: name,
  }),
  'missing-user-id': (
    {value, misspelt, beforeLogin}: {value: unknown; misspelt: string | null; beforeLogin?: true},
    {pointer},
  ) => {
    if (pointer === '/userId')
      return {
        message: `userId and anonymousId are both missing. ${misspelt === null ? 'Send one of them.' : `Rename ${misspelt}.`}`,
        expected: 'userId or anonymousId',
        found: misspelt ?? '',
      };
    const what = `user_id is ${describeMissing(value)}`;
    const remedy = 'Send the ID of the user who triggered the event.';
    return {
      message: beforeLogin
        ? `${what}, as the vendor’s script sends it before login. ${remedy}`
        : `${what}. ${toRemedy(misspelt, pointer, remedy)}`,
      expected: 'the ID of the user',
      found: showValue(value),
    };
  },
  'placeholder-id': ({id}: {id: string}, {pointer}) => ({
    message: `${toFieldName(pointer)} is the placeholder ${quote(id)}, so all such events count as one. Send the real ID.`,
    expected: 'a real ID',
    found: quote(id),
  }),
  'placeholder-name': ({name}: {name: string}, {pointer}) => ({
    message: `${toFieldName(pointer)} is the placeholder ${quote(name)}. Send the name of what happened.`,
    expected: 'an event name',
    found: quote(name),
  }),
  'wrong-type': ({value, type}: {value: unknown; type: string | undefined}, {pointer}) => ({
    message: `${toFieldName(pointer)} is ${describeValue(value)}. Send ${type === undefined ? 'another type' : withArticle(type)}.`,
    expected: type ?? '',
    found: showValue(value),
  }),
  'missing-property': (
    {name, alternatives}: {name: string | null; alternatives: readonly string[]},
    {pointer},
  ) => ({
    message: `${toFieldName(splitPointer(pointer)?.parent ?? '')}.${alternatives.join(' or ')} is missing, but documented for ${name ?? 'this event'}. Reports that use it stay empty.`,
    expected: alternatives.join(' or '),
  }),
  'unlisted-value': (
    {value, values, vendor}: {value: unknown; values: readonly string[]; vendor?: string},
    {pointer},
  ) => ({
    message: `${toFieldName(pointer)} is ${showValue(value)}. ${vendor === undefined ? 'The documented values are' : `The examples of ${vendor} are`} ${values.join(', ')}.`,
    expected: values.join(', '),
    found: showValue(value),
  }),
  'bad-email': ({value}: {value: string}, {pointer}) => ({
    message: `${toFieldName(pointer)} is ${quote(value)}, which is not a valid email address.`,
    expected: 'an email address, like amy@example.com',
    found: quote(value),
  }),
} as const satisfies Record<string, Describe>;

function toRemedy(misspelt: string | null, pointer: string, remedy: string): string {
  return misspelt === null
    ? remedy
    : `Found ${misspelt} instead, which is not read: rename it to ${toFieldName(pointer)}.`;
}
