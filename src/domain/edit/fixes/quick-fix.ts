import type {JsonEdit} from '../../json/edit/json-edit';
import type {TextChange} from '../../json/edit/text-change';
import type {JsonValue} from '../../json/json-value';
import type {Issue} from '../../verdict/issue';
import type {FixCode} from './fix-code';

/** A change that mends an issue, ready to be shown and applied (`toFixChanges`). */
export interface QuickFix {
  code: FixCode;
  /** What it does, as a command: "Change to 2020-11-23T22:28:55.111Z". */
  title: string;
  /** The place before and after, as written; '' if there is nothing. */
  preview: {before: string; after: string};
  /** Tells fixes of one code apart: the group id that is added, for instance. '' where there is one way only. */
  variant: string;
  /** By place in the JSON, pointers inside the whole body. */
  edits: readonly JsonEdit[];
  /** By place in the text, for what is no JSON; null for every other fix. */
  changes: readonly TextChange[] | null;
}

/** What the fixes of a body are made from. */
export interface FixContext {
  /** The whole body as the editor shows it. */
  text: string;
  /** As JSON.parse gives it; undefined where the text is no JSON. */
  value: JsonValue | undefined;
  /** The events of the inspection of that text, by their index. */
  events: readonly {pointer: string}[];
  /** Now, in ISO 8601 UTC. */
  now: string;
  newUuid(): string;
  /** Ids seen in this session, most likely first. */
  sessionGroups: readonly string[];
  sessionUsers: readonly string[];
}

/** The place that an issue is about. */
export interface FixPlace {
  issue: Issue;
  /** Pointers inside the whole body. */
  event: string;
  pointer: string;
  /** What JSON.parse made of it; undefined if there is nothing. */
  value: JsonValue | undefined;
  /** As it is written in the text; null if there is nothing. */
  raw: string | null;
  /** The same of any place that the fixer listed in `needs`. */
  rawOf(pointer: string): string | null;
}

/** Knows how one code mends an issue. */
export interface Fixer {
  /** Places besides the issue's own whose text it wants to see, so that all are looked up in one pass. */
  needs?(event: string, issue: Issue): readonly string[];
  /** The ways, best first; none where this issue can't be mended so. */
  propose(place: FixPlace, context: FixContext): readonly Proposal[];
}

export type Proposal = Omit<QuickFix, 'code' | 'variant' | 'changes'> &
  Partial<Pick<QuickFix, 'variant' | 'changes'>>;

/** A JSON string of this text. */
export function toJsonText(text: string): string {
  return JSON.stringify(text);
}
