import type {CapturedRequest} from '../../capture/captured-request';
import {checkTimestamp} from '../../checks/timestamp/timestamp';
import {resolvePointer} from '../../json/json-pointer';
import {isJsonObject, type JsonObject} from '../../json/json-value';
import {parseUrl} from '../../parse-url';
import {wireFormats} from '../../protocols/wire-formats';
import type {DecodedEvent, Inspection} from '../../verdict/inspection';
import type {EventPlanVerdict} from '../check-inspection';
import type {Sighting} from './sighting';

/** The plan that events are counted against, and the check results of its requests. */
export interface SightedPlan {
  id: string;
  /** Results of all plans, from which those of this one are read. Empty: the plan is not for this request. */
  verdicts: readonly EventPlanVerdict[];
}

/** The events of a request for coverage; null: without a plan. */
export function toSightings(
  request: CapturedRequest,
  {protocol, events, issues, isRedirected = false}: Inspection,
  plan: SightedPlan | null,
): Sighting[] {
  // Redirected events are counted at their target.
  if (protocol === null || isRedirected || request.outcome.state === 'queued') return [];
  const wire = wireFormats[protocol];
  const own = plan?.verdicts.filter((verdict) => verdict.plan === plan.id) ?? [];
  const rules = new Map(own.map(({event, verdict}) => [event.index, verdict.rule?.id ?? null]));
  const faulty = new Set(
    issues.flatMap(({event, severity, source}) =>
      event !== null && severity !== 'info' && (plan === null || source.plan?.id === plan.id) ? event : [],
    ),
  );
  const at = request.startedAt;
  const page = toPageAddress(request.origin.pageUrl);
  const host = parseUrl(request.url)?.host ?? request.url;
  return events.map((event) => {
    const value = isJsonObject(event.value) ? event.value : {};
    return {
      request: request.id,
      event: event.index,
      type: event.type,
      name: event.name,
      at,
      happened: toHappened(event, at),
      page,
      host,
      release: toRelease(value, wire.context),
      properties: toObject(resolvePointer(value, wire.propertiesOf(value, request.url))),
      rule: rules.get(event.index) ?? null,
      isFaulty: faulty.has(event.index),
      ...(plan !== null && own.length === 0 ? {isElsewhere: true} : {}),
    };
  });
}

/** Without query and fragment, which may contain data of a single visit or secrets. */
function toPageAddress(url: string | null): string | null {
  const parsed = parseUrl(url);
  if (parsed === null) return url;
  const {origin, pathname, protocol} = parsed;
  return origin === 'null' ? `${protocol}${pathname}` : origin + pathname;
}

/** The time of a page whose clock differs by more is not used. */
const MAX_DELAY = 24 * 60 * 60 * 1000;

/**
 * The event's own time if possible, since events of one batch did not happen at the same time. A time without a zone
 * is no instant: the browser of the panel and the command line would each read it in their own zone.
 */
function toHappened({timestamp}: DecodedEvent, at: number | null): number | null {
  const {instant} = checkTimestamp(timestamp, null);
  if (instant === null) return at;
  return at === null || Math.abs(at - instant) < MAX_DELAY ? instant : at;
}

/** Where vendors' libraries store the version of the app. */
const releasePointers = ['/app/version', '/release', '/app_version'];

function toRelease(event: JsonObject, contextPointer: string): string | null {
  const context = toObject(resolvePointer(event, contextPointer));
  for (const pointer of releasePointers) {
    const found = resolvePointer(context, pointer);
    if (typeof found === 'string' && found !== '') return found.slice(0, 80);
  }
  return null;
}

function toObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}
