import type {JsonEdit} from '../../json/edit/json-edit';
import type {TextChange} from '../../json/edit/text-change';
import type {JsonValue} from '../../json/json-value';
import type {Issue} from '../../verdict/issue';
import type {FixCode} from './fix-code';

/** A change that fixes an issue, ready to be shown and applied (`toFixChanges`). */
export interface QuickFix {
  code: FixCode;
  /** What it does, as a command: "Change to 2020-11-23T22:28:55.111Z". */
  title: string;
  /** The place before and after, as written; '' if there is nothing. */
  preview: {before: string; after: string};
  /** Distinguishes fixes with the same code, for example by the group ID that is added. '' if there is only one. */
  variant: string;
  /** By JSON Pointer inside the whole body. */
  edits: readonly JsonEdit[];
  /** By position in the text, if it is not JSON; null for every other fix. */
  changes: readonly TextChange[] | null;
}

/** The input for the fixes of a body. */
export interface FixContext {
  /** The whole body as the editor shows it. */
  text: string;
  /** The result of JSON.parse; undefined if the text is not JSON. */
  value: JsonValue | undefined;
  /** The events in the inspection of that text, by index. */
  events: readonly {pointer: string}[];
  /** The current time, in ISO 8601 UTC. */
  now: string;
  newUuid(): string;
  /** IDs of accounts that were seen in this session, most likely first. */
  sessionGroups: readonly string[];
}

/** The place that an issue is about. */
export interface FixPlace {
  issue: Issue;
  /** Pointers inside the whole body. */
  event: string;
  pointer: string;
  /** Its value according to JSON.parse; undefined if there is none. */
  value: JsonValue | undefined;
  /** Its text as written; null if there is none. */
  raw: string | null;
  /** The text of any place that the fixer listed in `needs`. */
  rawOf(pointer: string): string | null;
}

/** Fixes issues with one fix code. */
export interface Fixer {
  /** Places whose text it needs in addition to the issue's own, so that all are located in one pass. */
  needs?(event: string, issue: Issue): readonly string[];
  /** The possible fixes, best first; empty if this issue can't be fixed this way. */
  propose(place: FixPlace, context: FixContext): readonly Proposal[];
}

export type Proposal = Omit<QuickFix, 'code' | 'variant' | 'changes'> &
  Partial<Pick<QuickFix, 'variant' | 'changes'>>;

/** Puts JSON text in a place, whether or not it has a value. */
export function putText(
  {pointer, raw}: Pick<FixPlace, 'pointer' | 'raw'>,
  text: string,
  title: string,
): Proposal {
  const op = raw === null ? 'add' : 'replace';
  return {title, preview: {before: raw ?? '', after: text}, edits: [{op, pointer, text}]};
}

/** This text as a JSON string. */
export function toJsonText(text: string): string {
  return JSON.stringify(text);
}
