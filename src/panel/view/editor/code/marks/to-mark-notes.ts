import type {DraftTestMark} from '../../../../store/draft/check/draft-test-mark';
import {countOf} from '../../../format/format-count';

/** What the target's test property does to the text that is sent, and which events go without it. */
export function toMarkNotes(
  mark: DraftTestMark | null,
  targets: readonly {name: string; baseUrl: string}[],
): string[] {
  if (mark === null) return [];
  const {target, property, marks} = mark;
  const name = targets.find(({baseUrl}) => baseUrl === target)?.name ?? target;
  const what = `"${property.name}": ${property.text}`;
  if (marks === null) return [`The test mark of ${name}, ${what}, can’t be put in: the text is no JSON.`];
  const {kept, unmarked} = marks;
  return [
    `Every event that goes to ${name} gets its test mark, ${what}: “Changes” shows the text that is sent.`,
    ...(kept > 0 ? [`${countOf(kept, 'event')} with a “${property.name}” of its own: that one stays.`] : []),
    ...(unmarked > 0
      ? [`${countOf(unmarked, 'event')} can’t be marked: there is no object to hold it.`]
      : []),
  ];
}
