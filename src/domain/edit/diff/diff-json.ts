import {MAX_DEPTH} from '../../json/faults/max-depth';
import {appendToken} from '../../json/json-pointer';
import {listMembers, type Member, readRoot} from '../batch/list-members';
import {alignLists} from './align-lists';

/** One difference between two JSON documents. Texts are as written. */
export type JsonDifference =
  | {kind: 'added'; pointer: string; before: null; after: string}
  | {kind: 'removed'; pointer: string; before: string; after: null}
  | {kind: 'changed'; pointer: string; before: string; after: string};

/**
 * The differences between two documents, in the order of the second. A removed element has its pointer in the first,
 * everything else its pointer in the second, also a member that is no longer there. Values are compared as written:
 * 1.0 and 1 differ, spaces between values do not matter. Array elements that were only shifted by others are not differences. Both texts must be JSON.
 */
export function diffJson(before: string, after: string): JsonDifference[] {
  const differences: JsonDifference[] = [];
  const report = (difference: JsonDifference) => differences.push(difference);
  compare({text: before, ...readRoot(before)}, {text: after, ...readRoot(after)}, '', 0, report);
  return differences;
}

type Report = (difference: JsonDifference) => void;
interface Value extends Member {
  text: string;
}

function compare(before: Value, after: Value, pointer: string, depth: number, report: Report): void {
  const [written, now] = [rawOf(before), rawOf(after)];
  if (written === now) return;
  const kind = written.charAt(0);
  const isContainer = kind === now.charAt(0) && depth < MAX_DEPTH;
  if (isContainer && kind === '{') compareObjects(before, after, pointer, depth, report);
  else if (isContainer && kind === '[') compareArrays(before, after, pointer, depth, report);
  else report({kind: 'changed', pointer, before: written, after: now});
}

function compareObjects(before: Value, after: Value, pointer: string, depth: number, report: Report): void {
  const left = byKey(membersOf(before));
  const right = byKey(membersOf(after));
  for (const [key, olds] of left) {
    const gone = olds.slice(right.get(key)?.length ?? 0);
    for (const old of gone)
      report({kind: 'removed', pointer: appendToken(pointer, key), before: rawOf(old), after: null});
  }
  for (const [key, news] of right) {
    const place = appendToken(pointer, key);
    for (const [index, value] of news.entries()) {
      // Duplicates of a key are compared one by one, in order.
      const old = left.get(key)?.[index];
      if (old === undefined) report({kind: 'added', pointer: place, before: null, after: rawOf(value)});
      else compare(old, value, place, depth + 1, report);
    }
  }
}

function compareArrays(before: Value, after: Value, pointer: string, depth: number, report: Report): void {
  const [left, right] = [membersOf(before), membersOf(after)];
  for (const pair of alignLists(left.map(compact), right.map(compact))) {
    if (pair.isSame) continue;
    const old = pair.before === null ? undefined : left[pair.before];
    const now = pair.after === null ? undefined : right[pair.after];
    const place = appendToken(pointer, pair.after ?? pair.before ?? 0);
    if (old !== undefined && now !== undefined) compare(old, now, place, depth + 1, report);
    else if (now !== undefined) report({kind: 'added', pointer: place, before: null, after: rawOf(now)});
    else if (old !== undefined) report({kind: 'removed', pointer: place, before: rawOf(old), after: null});
  }
}

function byKey(members: readonly Value[]): Map<string, Value[]> {
  const map = new Map<string, Value[]>();
  for (const member of members) {
    const others = map.get(member.key);
    if (others) others.push(member);
    else map.set(member.key, [member]);
  }
  return map;
}

function membersOf({text, start}: Value): Value[] {
  return listMembers(text, start).map((member) => ({text, ...member}));
}

/** As written except for spaces between values, so that events are found again in a formatted draft. */
function compact(value: Value): string {
  return rawOf(value).replace(/("(?:[^"\\]+|\\.)*"?)|[ \t\r\n]+/g, '$1');
}

function rawOf({text, start, end}: Value): string {
  return text.slice(start, end);
}
