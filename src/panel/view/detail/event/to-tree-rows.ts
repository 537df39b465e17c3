import {groupBy} from '../../../../domain/group-by';
import {appendToken, parsePointer} from '../../../../domain/json/json-pointer';
import {isJsonObject, type JsonValue} from '../../../../domain/json/json-value';
import type {Issue} from '../../../../domain/verdict/issue';

/** One line of an event's tree. */
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
  /** For a collapsed branch: the most severe issue inside it. */
  hiddenIssues: number;
  /** For "more": how many members are not shown. */
  left: number;
}

export interface TreeOptions {
  issues: readonly Issue[];
  /** What the user expanded (true) or collapsed (false), by pointer. */
  toggled: ReadonlyMap<string, boolean>;
  /** The number of shown members of a node, by pointer, if the user asked for more. */
  limits: ReadonlyMap<string, number>;
  /** The places of the properties (or traits) and the context of the event: the former come first, the latter last. */
  parts?: EventParts | undefined;
  /** Parts that the user collapsed in other events. An issue inside expands one. */
  closedParts?: readonly (keyof EventParts)[];
}

export interface EventParts {
  properties: string;
  context: string;
}

/** The number of members of an object or array that are shown at first; more on request. */
export const MEMBER_STEP = 200;
const OPEN_DEPTH = 2;
const OPEN_MEMBERS = 60;

/** Arranges the expanded part of the tree. Only that part is walked, so depth and size do not matter. */
export function toTreeRows(event: JsonValue, options: TreeOptions): TreeRow[] {
  const byPointer = groupBy(options.issues, (issue) => issue.pointer);
  const rows: TreeRow[] = [];
  const inside = (pointer: string) =>
    options.issues.filter((issue) => issue.pointer.startsWith(`${pointer}/`)).length;

  if (isContainer(event)) addMembers(event, '', 0);
  else addRow(event, '', '', 0);
  return rows;

  function addRow(value: JsonValue, name: string, pointer: string, depth: number): void {
    const expanded = isBranch(value) || isAwaited(value, pointer) ? isOpen(value, pointer, depth) : null;
    const hiddenIssues = expanded === false ? inside(pointer) : 0;
    const issues = byPointer.get(pointer) ?? [];
    rows.push({kind: 'value', pointer, name, depth, value, expanded, issues, hiddenIssues, left: 0});
    if (isContainer(value) && expanded) addMembers(value, pointer, depth + 1);
  }

  /** An empty object that should have members. */
  function isAwaited(value: JsonValue, pointer: string): value is Record<string, JsonValue> {
    return isJsonObject(value) && inside(pointer) > 0;
  }

  function addMembers(value: Container, pointer: string, depth: number): void {
    const names = pointer === '' ? orderNames(Object.keys(value), options.parts) : Object.keys(value);
    const limit = options.limits.get(pointer) ?? MEMBER_STEP;
    for (const name of names.slice(0, limit)) {
      const member = Array.isArray(value) ? value[Number(name)] : value[name];
      if (member !== undefined) addRow(member, name, appendToken(pointer, name), depth);
    }
    const left = names.length - limit;
    if (left > 0) rows.push({...emptyRow, kind: 'more', pointer, depth, left});
    if (!Array.isArray(value)) addGhosts(value, pointer, depth);
  }

  /** A missing field is where it should be, together with the objects that should contain it. */
  function addGhosts(value: Record<string, JsonValue>, pointer: string, depth: number): void {
    const names = new Set<string>();
    for (const issue of options.issues) {
      const name = toChildName(issue.pointer, pointer);
      if (name !== null && !Object.hasOwn(value, name)) names.add(name);
    }
    for (const name of names) {
      const place = appendToken(pointer, name);
      const issues = byPointer.get(place) ?? [];
      rows.push({...emptyRow, kind: 'ghost', pointer: place, name, depth, issues});
      addGhosts({}, place, depth + 1);
    }
  }

  function isOpen(value: Container, pointer: string, depth: number): boolean {
    const chosen = options.toggled.get(pointer);
    if (chosen !== undefined) return chosen;
    if (inside(pointer) > 0) return true;
    if (options.closedParts?.some((part) => options.parts?.[part] === pointer)) return false;
    return depth < OPEN_DEPTH && Object.keys(value).length <= OPEN_MEMBERS;
  }
}

/** As they were sent, except for the properties, which users look for first, and the context, which is long. */
function orderNames(names: string[], parts: EventParts | undefined): string[] {
  if (parts === undefined) return names;
  const rank = (name: string) => (`/${name}` === parts.properties ? 0 : `/${name}` === parts.context ? 2 : 1);
  return names.toSorted((one, other) => rank(one) - rank(other));
}

const emptyRow = {
  name: '',
  value: undefined,
  expanded: null,
  issues: [],
  hiddenIssues: 0,
  left: 0,
} as const;

type Container = JsonValue[] | Record<string, JsonValue>;

function isContainer(value: JsonValue | undefined): value is Container {
  return Array.isArray(value) || isJsonObject(value);
}

function isBranch(value: JsonValue | undefined): value is Container {
  return isContainer(value) && Object.keys(value).length > 0;
}

/** The name of the member of `parent` through which `pointer` leads; null if it leads elsewhere. */
function toChildName(pointer: string, parent: string): string | null {
  if (!pointer.startsWith(`${parent}/`)) return null;
  return parsePointer(pointer.slice(parent.length))?.[0] ?? null;
}
