import type {Issue} from '../../../domain/checks/issue';
import {appendToken, parsePointer} from '../../../domain/json/json-pointer';
import {isJsonObject, type JsonValue} from '../../../domain/json/json-value';
import {groupBy} from '../format/group-by';

/** One line of the tree of an event. */
export interface TreeRow {
  kind: 'value' | 'ghost' | 'more';
  pointer: string;
  /** The member's key or the item's index; '' for a value that is the whole event. */
  name: string;
  depth: number;
  /** undefined for a field that is missing, and for "more". */
  value: JsonValue | undefined;
  expanded: boolean | null;
  issues: readonly Issue[];
  /** Of a closed branch: what is wrong somewhere inside it. */
  hiddenIssues: number;
  /** For "more": how many members are not shown. */
  left: number;
}

export interface TreeOptions {
  issues: readonly Issue[];
  /** What the user opened (true) or closed (false), by pointer. */
  toggled: ReadonlyMap<string, boolean>;
  /** How many members of a node are shown, by pointer, where the user asked for more. */
  limits: ReadonlyMap<string, number>;
}

/** So many members of one object or array are shown at first; more on request. */
export const MEMBER_STEP = 200;
const OPEN_DEPTH = 2;
const OPEN_MEMBERS = 60;

/** Lays the tree out as far as it is open. Only what is open is walked, so that depth and size cost nothing. */
export function toTreeRows(event: JsonValue, options: TreeOptions): TreeRow[] {
  const byPointer = groupBy(options.issues, (issue) => issue.pointer);
  const rows: TreeRow[] = [];
  const inside = (pointer: string) =>
    options.issues.filter((issue) => issue.pointer.startsWith(`${pointer}/`)).length;

  if (isBranch(event)) addMembers(event, '', 0);
  else addRow(event, '', '', 0);
  return rows;

  function addRow(value: JsonValue, name: string, pointer: string, depth: number): void {
    const expanded = isBranch(value) ? isOpen(value, pointer, depth) : null;
    const hiddenIssues = expanded === false ? inside(pointer) : 0;
    const issues = byPointer.get(pointer) ?? [];
    rows.push({kind: 'value', pointer, name, depth, value, expanded, issues, hiddenIssues, left: 0});
    if (isBranch(value) && expanded) addMembers(value, pointer, depth + 1);
  }

  function addMembers(value: JsonValue[] | Record<string, JsonValue>, pointer: string, depth: number): void {
    const names = Object.keys(value);
    const limit = options.limits.get(pointer) ?? MEMBER_STEP;
    for (const name of names.slice(0, limit)) {
      const member = Array.isArray(value) ? value[Number(name)] : value[name];
      if (member !== undefined) addRow(member, name, appendToken(pointer, name), depth);
    }
    const left = names.length - limit;
    if (left > 0) rows.push({...emptyRow, kind: 'more', pointer, depth, left});
    if (!Array.isArray(value)) addGhosts(value, pointer, depth);
  }

  /** A missing field stands where it should be. */
  function addGhosts(value: Record<string, JsonValue>, pointer: string, depth: number): void {
    const missing = new Map<string, Issue[]>();
    for (const issue of options.issues) {
      const name = toChildName(issue.pointer, pointer);
      if (name === null || Object.hasOwn(value, name)) continue;
      missing.set(name, [...(missing.get(name) ?? []), issue]);
    }
    for (const [name, issues] of missing) {
      rows.push({...emptyRow, kind: 'ghost', pointer: appendToken(pointer, name), name, depth, issues});
    }
  }

  function isOpen(value: JsonValue[] | Record<string, JsonValue>, pointer: string, depth: number): boolean {
    const chosen = options.toggled.get(pointer);
    if (chosen !== undefined) return chosen;
    if (inside(pointer) > 0) return true;
    return depth < OPEN_DEPTH && Object.keys(value).length <= OPEN_MEMBERS;
  }
}

const emptyRow = {
  name: '',
  value: undefined,
  expanded: null,
  issues: [],
  hiddenIssues: 0,
  left: 0,
} as const;

export function isBranch(value: JsonValue | undefined): value is JsonValue[] | Record<string, JsonValue> {
  return Array.isArray(value) ? value.length > 0 : isJsonObject(value) && Object.keys(value).length > 0;
}

/** The name of the member of `parent` through which `pointer` leads; null if it leads elsewhere. */
function toChildName(pointer: string, parent: string): string | null {
  if (!pointer.startsWith(`${parent}/`)) return null;
  return parsePointer(pointer.slice(parent.length))?.[0] ?? null;
}
