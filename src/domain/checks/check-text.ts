import {findDuplicateKeys} from '../json/faults/find-duplicate-keys';
import {findLoneSurrogates} from '../json/faults/find-lone-surrogates';
import {quote} from '../verdict/describe-value';
import type {DecodedEvent} from '../verdict/inspection';
import type {Issue} from '../verdict/issue';
import {toFieldName} from '../verdict/to-field-name';
import {toIssue} from '../verdict/to-issue';
import {formatCount} from './to-body-issue';

/** More of a kind say nothing new. */
const MAX_ISSUES = 200;

/**
 * What JSON.parse passes over in silence: keys that stand twice, and halves of characters. It costs a few times as much
 * as parsing, so large bodies are read like this on demand only.
 */
export function checkText(text: string, events: readonly DecodedEvent[]): Issue[] {
  const toPlace = createPlacer(events);
  const duplicates = findDuplicateKeys(text).slice(0, MAX_ISSUES);
  const surrogates = findLoneSurrogates(text).slice(0, MAX_ISSUES);
  return [
    ...duplicates.map(({pointer, key, ranges}) =>
      toIssue('duplicate-key', {
        ...toPlace(pointer),
        message: `The key ${quote(key)} stands ${formatCount(ranges.length)} times in ${toParentName(toPlace(pointer))}; the last one is shown here, and another reader may take the first: keep one.`,
        expected: 'one',
        found: formatCount(ranges.length),
      }),
    ),
    ...surrogates.map(({pointer, inKey}) =>
      toIssue('lone-surrogate', {
        ...toPlace(pointer),
        message: `${inKey ? 'The key of ' : ''}${toFieldName(toPlace(pointer).pointer)} holds half a character (a lone surrogate), which UTF-8 cannot carry; it arrives as U+FFFD or is refused: cut texts between characters.`,
        expected: 'whole characters',
      }),
    ),
  ];
}

interface Place {
  event: number | null;
  pointer: string;
}

/** From a pointer in the body to the event and a pointer in it. */
function createPlacer(events: readonly DecodedEvent[]): (pointer: string) => Place {
  const [first] = events;
  if (!first) return (pointer) => ({event: null, pointer});
  if (first.pointer === '') return (pointer) => ({event: 0, pointer});
  const list = first.pointer.slice(0, first.pointer.lastIndexOf('/') + 1);
  return (pointer) => {
    const [, index, rest = ''] = pointer.startsWith(list)
      ? (/^(\d+)(\/.*)?$/s.exec(pointer.slice(list.length)) ?? [])
      : [];
    return index === undefined ? {event: null, pointer} : {event: Number(index), pointer: rest};
  };
}

function toParentName({pointer}: Place): string {
  return toFieldName(pointer.slice(0, pointer.lastIndexOf('/')));
}
