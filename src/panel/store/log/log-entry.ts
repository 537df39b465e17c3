import type {CapturedRequest, ImportSource, Outcome} from '../../../domain/capture/captured-request';
import type {DecodedEvent, Inspection} from '../../../domain/verdict/inspection';
import type {Issue, Severity} from '../../../domain/verdict/issue';
import type {Source} from '../../../domain/verdict/source';
import {type Column, toColumn} from '../search/column';
import {type EventText, toEventText, toRequestHaystack} from '../search/haystack';
import {type AnswerSummary, toAnswerSummary} from './answer-summary';
import {toPage} from './to-page';

/**
 * The data of a request that the list keeps: small, so that a day's log fits in memory. The body, the parsed events and
 * the full issues are in the detail cache, or are read again from the log when they are viewed.
 */
export interface LogEntry {
  readonly id: string;
  /** Host and path of the page that the tab showed. */
  readonly page: string | null;
  /** Whether this extension sent it as a replay. */
  readonly replayed: boolean;
  /** Where it was imported from; null if it was captured in this browser. */
  readonly imported: ImportSource | null;
  readonly events: readonly EventSummary[];
  readonly head: RequestHead;
  /** Whether and why there is a body, without its bytes. */
  readonly bodyKind: CapturedRequest['body']['kind'];
  readonly state: Outcome['state'];
  /** For a failed request too, if its response began and was cut off or blocked. */
  readonly answer: AnswerSummary | null;
  /** Why it is not known whether its events arrived or were recorded; null in all other cases. */
  readonly unknown: string | null;
  readonly protocol: Inspection['protocol'];
  readonly decoded: boolean;
  readonly size: Inspection['size'];
  /** Issues of the request as a whole. */
  readonly own: IssueCounts;
  /** Issues of the request and all of its events. */
  readonly total: IssueCounts;
  /** Codes of the issues of the request as a whole, each once, errors first. */
  readonly ownCodes: readonly string[];
  /**
   * The codes in the row: of errors and warnings, each once, errors first; if there is only one event, its codes come
   * before those of the request.
   */
  readonly rowCodes: readonly string[];
  /** Sent by a shared or service worker, which does not belong to a tab. */
  readonly worker: boolean;
  /** Position in the list: the time when it was sent, or received if that is not known. */
  readonly at: number;
}

/** Additional data that only the judge keeps, where the search runs; the panel's thread never receives it. */
export interface SearchableEntry extends LogEntry {
  /** Lowercase text of the request for free-text filters. */
  readonly haystack: string;
  /** The texts of its events for filters. */
  readonly searched: SearchedEvents;
}

/** The part that the list keeps. */
export function toListed({haystack: _, searched: __, ...entry}: SearchableEntry): LogEntry {
  return entry;
}

export interface SearchedEvents {
  readonly text: EventText;
  readonly name: Column;
  readonly user: Column;
  readonly group: Column;
  /** Titles and rules of the tracking plans that have issues with each event; null if there are none. */
  readonly planned: {readonly plan: Column; readonly rule: Column} | null;
}

export type RequestHead = Pick<
  CapturedRequest,
  'id' | 'url' | 'method' | 'startedAt' | 'origin' | 'seenBy' | 'replay' | 'pinned'
>;

export interface EventSummary {
  readonly index: number;
  readonly type: DecodedEvent['type'];
  readonly name: string | null;
  readonly user: string | null;
  readonly group: string | null;
  readonly issues: IssueCounts;
  /** Codes of its issues, each once, errors first: `code:bad-timestamp` finds them. */
  readonly codes: readonly string[];
  /** Codes for the row, without those of severity "information". */
  readonly rowCodes: readonly string[];
}

export interface IssueCounts {
  readonly errors: number;
  readonly warnings: number;
}

export type Verdict = 'error' | 'warning' | 'unanswered' | 'ok' | 'unknown';

export function toVerdict(counts: IssueCounts, decoded: boolean): Verdict {
  if (counts.errors > 0) return 'error';
  if (counts.warnings > 0) return 'warning';
  return decoded ? 'ok' : 'unknown';
}

/** The worst of the issues of a request and its events, and of its delivery. */
export function toEntryVerdict({total, decoded, state}: LogEntry): Verdict {
  const verdict = toVerdict(total, decoded);
  return verdict === 'ok' && state === 'unknown' ? 'unanswered' : verdict;
}

/** `receivedAt` is the position of a request without a time; `pageOf` shortens the address of a page. */
export function toLogEntry(
  request: CapturedRequest,
  inspection: Inspection,
  receivedAt: number,
  pageOf = toPage,
): SearchableEntry {
  const tallies = toTallies(inspection);
  const toFindings = createFindings();
  const own = tallies.get(null) ?? noIssues;
  const events = inspection.events.map((event) =>
    toEventSummary(event, toFindings(tallies.get(event.index) ?? noIssues)),
  );
  const only = inspection.events.length === 1 ? (tallies.get(0) ?? noIssues) : null;
  const {id, url, method, startedAt, origin, seenBy, outcome} = request;
  const head: RequestHead = {id, url, method, startedAt, origin, seenBy};
  if (request.replay) head.replay = request.replay;
  if (request.pinned) head.pinned = true;
  return {
    // Fields that every change reads for all requests come first, so that they are together in memory.
    id,
    page: pageOf(origin.pageUrl),
    replayed: request.replay !== undefined,
    imported: request.imported ?? null,
    events,
    head,
    bodyKind: request.body.kind,
    state: outcome.state,
    answer: toAnswerSummary(outcome),
    unknown: toUnknown(outcome),
    protocol: inspection.protocol,
    decoded: inspection.decoded,
    size: inspection.size,
    own,
    total: sumCounts([own, ...events.map((event) => event.issues)]),
    ownCodes: toCodes(own),
    rowCodes: toRowCodes(only ? [only, own] : [own]),
    worker: origin.tabId === null && !request.replay && !seenBy.includes('import'),
    at: startedAt ?? receivedAt,
    haystack: toRequestHaystack(request, toCodes(own)),
    searched: toSearched(inspection, events),
  };
}

function toUnknown(outcome: Outcome): string | null {
  if (outcome.state === 'unknown') return outcome.reason;
  return outcome.state === 'failed' && outcome.status !== undefined
    ? `The server answered ${outcome.status}, but the response was cut off or blocked.`
    : null;
}

function toSearched(inspection: Inspection, summaries: readonly EventSummary[]): SearchedEvents {
  return {
    text: toEventText(inspection.events, ({index}) => summaries[index]?.codes ?? []),
    name: toColumn(summaries.map(({name}) => name)),
    user: toColumn(summaries.map(({user}) => user)),
    group: toColumn(summaries.map(({group}) => group)),
    planned: toPlanned(inspection.issues, summaries),
  };
}

function toPlanned(issues: readonly Issue[], summaries: readonly EventSummary[]): SearchedEvents['planned'] {
  const ofPlans = issues.filter(({source, event}) => source.plan !== undefined && event !== null);
  if (ofPlans.length === 0) return null;
  const byEvent = new Map<number | null, Source[]>();
  for (const {event, source} of ofPlans) byEvent.set(event, [...(byEvent.get(event) ?? []), source]);
  const toTexts = (text: (source: Source) => string) =>
    toColumn(summaries.map(({index}) => (byEvent.get(index) ?? []).map(text).join('\n')));
  return {plan: toTexts(({document}) => document), rule: toTexts(({plan}) => plan?.rule ?? '')};
}

interface Tally extends IssueCounts {
  errors: number;
  warnings: number;
  /** Codes by severity, each once. */
  codes: Record<Severity, string[]>;
}

const noIssues: Readonly<Tally> = createTally();

function createTally(): Tally {
  return {errors: 0, warnings: 0, codes: {error: [], warning: [], info: []}};
}

function toTallies(inspection: Inspection): Map<number | null, Tally> {
  const tallies = new Map<number | null, Tally>();
  for (const {event, severity, code} of inspection.issues) {
    const tally = tallies.get(event) ?? createTally();
    tallies.set(event, tally);
    if (severity === 'error') tally.errors++;
    if (severity === 'warning') tally.warnings++;
    if (!tally.codes[severity].includes(code)) tally.codes[severity].push(code);
  }
  return tallies;
}

function toCodes({codes}: Readonly<Tally>): string[] {
  return [...codes.error, ...codes.warning, ...codes.info];
}

/** The row already shows the server's message, so our codes that repeat it come last. */
function toRowCodes(tallies: readonly Readonly<Tally>[]): string[] {
  const graveFirst = [
    ...tallies.flatMap(({codes}) => codes.error),
    ...tallies.flatMap(({codes}) => codes.warning),
  ];
  const ours = graveFirst.filter((code) => !isEcho(code));
  return [...new Set([...ours, ...graveFirst])];
}

function isEcho(code: string): boolean {
  return code.startsWith('server-');
}

function toEventSummary(event: DecodedEvent, findings: Findings): EventSummary {
  const {index, type, name, user, group} = event;
  return {index, type, name, user, group, ...findings};
}

/** The issues in the row of an event. */
type Findings = Pick<EventSummary, 'issues' | 'codes' | 'rowCodes'>;

/**
 * Most events of a batch have the same issues, or none: they share one object, so that a batch needs several times less
 * time to send to the panel, and less memory there.
 */
function createFindings(): (tally: Readonly<Tally>) => Findings {
  const known = new Map<string, Findings>();
  return (tally) => {
    const {error, warning, info} = tally.codes;
    const key = `${tally.errors} ${tally.warnings} ${error.join()} ${warning.join()} ${info.join()}`;
    const found = known.get(key) ?? toFindings(tally);
    known.set(key, found);
    return found;
  };
}

function toFindings(tally: Readonly<Tally>): Findings {
  const codes = toCodes(tally);
  const rowCodes = tally.codes.info.length === 0 ? codes : toRowCodes([tally]);
  return {issues: {errors: tally.errors, warnings: tally.warnings}, codes, rowCodes};
}

function sumCounts(all: readonly IssueCounts[]): IssueCounts {
  let errors = 0;
  let warnings = 0;
  for (const counts of all) {
    errors += counts.errors;
    warnings += counts.warnings;
  }
  return {errors, warnings};
}
