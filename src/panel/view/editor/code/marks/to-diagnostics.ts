import type {Diagnostic} from '@codemirror/lint';
import {locateNearest, type NearestRange} from '../../../../../domain/json/locate';
import type {Issue} from '../../../../../domain/verdict/issue';
import {showSource} from '../../../../../domain/verdict/source';
import type {DraftInspection} from '../../../../store/judge/draft-question';
import type {SentText} from '../layout/sent-text';

/** The editor draws this many at once; what is beyond is counted above and comes when the first are mended. */
const MAX_MARKS = 1000;

export interface IssueMark extends Diagnostic {
  issue: Issue;
  severity: Issue['severity'];
}

/** A place in the text that is sent. */
export interface TextRange {
  from: number;
  to: number;
}

/** The pointer of an issue inside the body as a whole. */
export function toBodyPointer(issue: Issue, inspection: DraftInspection): string {
  if (issue.event === null) return issue.pointer;
  return (inspection.events[issue.event]?.pointer ?? '') + issue.pointer;
}

/** Where an issue is marked: on its value; for what is missing on the key, or the bracket, of what should hold it. */
function toMarkRange(
  issue: Issue,
  pointer: string,
  place: NearestRange | undefined,
  text: string,
): TextRange {
  if (issue.position) return toCharacter(issue.position.offset, text);
  if (!place) return toCharacter(0, text);
  if (place.pointer === pointer && pointer !== '')
    return {from: place.keyStart ?? place.start, to: place.end};
  if (place.keyStart !== undefined && place.keyEnd !== undefined)
    return {from: place.keyStart, to: place.keyEnd};
  return toCharacter(place.start, text);
}

/** The issues of the inspected text as marks in the document, first come first marked. */
export function toDiagnostics(
  inspection: DraftInspection,
  sent: SentText,
  render: (issue: Issue) => Node,
  limit = MAX_MARKS,
): IssueMark[] {
  const issues = inspection.issues.slice(0, limit);
  const pointers = issues.map((issue) => toBodyPointer(issue, inspection));
  const places = locateNearest(sent.text, pointers);
  return issues
    .map((issue, index): IssueMark => {
      const pointer = pointers[index] ?? '';
      const {from, to} = toMarkRange(issue, pointer, places.get(pointer), sent.text);
      const start = sent.toDocument(from, 1);
      return {
        issue,
        from: start,
        to: Math.max(start, sent.toDocument(to, -1)),
        severity: issue.severity,
        // Its words are made when it is looked at: see `renderMessage`.
        message: '',
        source: showSource(issue.source),
        markClass: `issue-${issue.code}`,
        renderMessage: () => render(issue),
      };
    })
    .sort((a, b) => a.from - b.from);
}

function toCharacter(offset: number, text: string): TextRange {
  const from = Math.max(0, Math.min(offset, text.length - 1));
  return {from, to: Math.min(text.length, from + 1)};
}
