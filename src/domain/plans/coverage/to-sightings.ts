import type {CapturedRequest} from '../../capture/captured-request';
import {resolvePointer} from '../../json/json-pointer';
import {isJsonObject, type JsonObject} from '../../json/json-value';
import {wireFormats} from '../../protocols/wire-formats';
import type {DecodedEvent, Inspection} from '../../verdict/inspection';
import type {EventPlanVerdict} from '../check-inspection';
import type {Sighting} from './sighting';

/** The plan that is counted against, and what the checks said of its requests. */
export interface SightedPlan {
  id: string;
  /** Of all plans; those of this one are read. None at all: the plan is not for this request. */
  verdicts: readonly EventPlanVerdict[];
}

/** The events of a request as coverage counts them; null counts against no plan. */
export function toSightings(
  request: CapturedRequest,
  {protocol, events, issues, isRedirected = false}: Inspection,
  plan: SightedPlan | null,
): Sighting[] {
  // What was redirected is counted where it went to.
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
  const host = URL.canParse(request.url) ? new URL(request.url).host : request.url;
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

/** Without query and fragment, in which pages keep what is of one visit or secret. */
function toPageAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return url;
  const {origin, pathname, protocol} = new URL(url);
  return origin === 'null' ? `${protocol}${pathname}` : origin + pathname;
}

/** A page's clock that is off by more says nothing. */
const MAX_DELAY = 24 * 60 * 60 * 1000;

/** As the event says it, where that is possible: what is sent in one batch did not happen at once. */
function toHappened({timestamp}: DecodedEvent, at: number | null): number | null {
  if (timestamp === null || !/^\d{4}-\d\d-\d\dT/.test(timestamp)) return at;
  const time = Date.parse(timestamp);
  if (Number.isNaN(time)) return at;
  return at === null || Math.abs(at - time) < MAX_DELAY ? time : at;
}

/** Where vendors' libraries put the version of the app. */
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
