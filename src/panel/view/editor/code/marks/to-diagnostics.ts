import type {Diagnostic} from '@codemirror/lint';
import {locateNearest, type NearestRange} from '../../../../../domain/json/locate';
import type {Issue} from '../../../../../domain/verdict/issue';
import {showSource} from '../../../../../domain/verdict/source';
import type {DraftInspection} from '../../../../store/judge/draft-question';
import type {SentText} from '../layout/sent-text';

/** The number that the editor shows at once; further ones are only counted, and appear when the first are fixed. */
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

/** The pointer of an issue inside the whole body. */
export function toBodyPointer(issue: Issue, inspection: DraftInspection): string {
  if (issue.event === null) return issue.pointer;
  return (inspection.events[issue.event]?.pointer ?? '') + issue.pointer;
}

/**
 * Where an issue is marked: at its value; for something missing at the key, or the bracket, of the object that should
 * contain it.
 */
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

/** The issues of the inspected text as marks in the document, in order. */
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
        // Its text is made when it is shown: see `renderMessage`.
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
