import type {DraftTestMark} from '../../../../store/draft/check/draft-test-mark';
import {countOf} from '../../../format/format-count';

/** How the target's test property changes the text that is sent, and which events do not get it. */
export function toMarkNotes(
  mark: DraftTestMark | null,
  targets: readonly {name: string; baseUrl: string}[],
): string[] {
  if (mark === null) return [];
  const {target, property, marks} = mark;
  const name = targets.find(({baseUrl}) => baseUrl === target)?.name ?? target;
  const what = `"${property.name}": ${property.text}`;
  if (marks === null)
    return [`The test property of ${name}, ${what}, cannot be added: the text is not valid JSON.`];
  const {kept, unmarked} = marks;
  return [
    `The test property ${what} is added to each event sent to ${name}. “Changes” shows the text that is sent.`,
    ...(kept > 0 ? [`${countOf(kept, 'event')} with “${property.name}” already: that value is kept.`] : []),
    ...(unmarked > 0
      ? [`Not added to ${countOf(unmarked, 'event')}: the object to add it to is missing.`]
      : []),
  ];
}
