import type {JsonObject} from '../../json/json-value';
import type {EventType} from '../../protocols/wire-format';

/** An event for coverage. */
export interface Sighting {
  /** `CapturedRequest.id`, and the index of the event in it. */
  request: string;
  event: number;
  type: EventType | null;
  name: string | null;
  /** When it was sent, by our own clock. Milliseconds since the epoch; null if it was not recorded. */
  at: number | null;
  /** When it happened, by the clock of the page: events of one batch are sent together. Undefined: same as `at`. */
  happened?: number | null;
  page: string | null;
  host: string;
  /** The version of the site or app, if the event contains one. */
  release: string | null;
  /** Its properties or traits. */
  properties: JsonObject;
  /** `PlanRule.id` of the rule that was used; null if the plan has none, or there is no plan. */
  rule: string | null;
  /** It has an error or a warning: of the plan, or of any rule if there is no plan. */
  isFaulty: boolean;
  /** The plan is for other hosts: the event only explains why its rule has not seen any. */
  isElsewhere?: boolean;
}

/** The event and its request. */
export type SightingRef = Pick<Sighting, 'request' | 'event'>;

/** When it happened, as precisely as known. */
export function toMoment({happened, at}: Sighting): number | null {
  return happened ?? at;
}

/** The time range of a run: sent from `start` on, and before `end`. Milliseconds since the epoch; null: no limit. */
export interface RunBounds {
  start: number | null;
  end: number | null;
}

/** Events without a time belong to every run. */
export function isOfRun({at}: Pick<Sighting, 'at'>, {start, end}: RunBounds): boolean {
  return at === null || ((start === null || at >= start) && (end === null || at < end));
}
