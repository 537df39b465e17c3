import type {JsonObject} from '../../json/json-value';
import type {EventType} from '../../protocols/wire-format';

/** An event as coverage counts it. */
export interface Sighting {
  /** `CapturedRequest.id`, and the index of the event in it. */
  request: string;
  event: number;
  type: EventType | null;
  name: string | null;
  /** When it was sent, by our own clock. Milliseconds since the epoch; null if it was not recorded. */
  at: number | null;
  /** When it happened, by the clock of the page: events of one batch are sent at once. Absent: as `at`. */
  happened?: number | null;
  page: string | null;
  host: string;
  /** The version of the site or app, where the event says one. */
  release: string | null;
  /** Its properties or traits. */
  properties: JsonObject;
  /** `PlanRule.id` of the rule that judged; null where the plan has none, or there is no plan. */
  rule: string | null;
  /** An error or a warning is on it: of the plan, or of any rule where there is no plan. */
  isFaulty: boolean;
  /** The plan is bound to other hosts: the event counts only as an answer to why its rule saw none. */
  isElsewhere?: boolean;
}

/** Which event of which request. */
export type SightingRef = Pick<Sighting, 'request' | 'event'>;

/** When it happened, as exactly as it is known. */
export function toMoment({happened, at}: Sighting): number | null {
  return happened ?? at;
}

/** What belongs to a run: sent from `start` on, and before `end`. Milliseconds since the epoch; null: no bound. */
export interface RunBounds {
  start: number | null;
  end: number | null;
}

/** What has no time belongs to every run. */
export function isOfRun({at}: Pick<Sighting, 'at'>, {start, end}: RunBounds): boolean {
  return at === null || ((start === null || at >= start) && (end === null || at < end));
}
