import type {CapturedRequest} from '../../../domain/capture/captured-request';
import type {PlannedInspection} from '../../../domain/plans/inspect-by-plans';
import {defaultSettings, type Settings} from '../../../domain/settings';
import type {Inspection} from '../../../domain/verdict/inspection';
import type {Issue} from '../../../domain/verdict/issue';
import type {CaptureLog} from '../../../storage/log/capture-log';
import type {CoverageQuery} from '../coverage/coverage-messages';
import type {InspectedRequest} from '../detail/create-detail-cache';
import {createFilterFold} from '../filter/filter-fold';
import {insertEntry} from '../log/insert-entry';
import {type SearchableEntry, toListed, toLogEntry} from '../log/log-entry';
import {packEntry} from '../log/pack-entry';
import {createPageReader} from '../log/to-page';
import {answerDraft} from './answer-draft';
import {createCoverageFold} from './coverage-fold';
import type {DraftQuestion} from './draft-question';
import type {AnswerTo, Beginning, FilterQuery, FromJudge, Question, ToJudge} from './judge-messages';
import {createPlanFold, type PlanSource} from './plan-fold';
import {createRecordFeed, type RecordFeed} from './record-feed';
import {createSessionFold, type SessionPlace} from './session-fold';
import {createTabScope, type TabScope} from './tab-scope';
import {createTextFold} from './text-fold';
import {topicOf} from './topic-of';

export interface JudgeDependencies {
  log: Pick<CaptureLog, 'list' | 'get'>;
  inspect(request: CapturedRequest, settings: Settings): Inspection;
  /** What `inspect` leaves out of a large body since it takes longer. */
  inspectText(request: CapturedRequest, inspection: Inspection, settings: Settings): readonly Issue[];
  /** The user's tracking plans. */
  planSource: PlanSource;
  send(message: FromJudge): void;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves when what is new was heard. */
  pause(): Promise<void>;
}

/** Reads the log of one tab, judges each record and all of them together, and tells what the list shows of them. */
export interface Judge {
  receive(message: ToJudge): void;
  dispose(): void;
}

/** The rules over a session run when nothing came in for so long, in milliseconds. */
const QUIET_MS = 200;

/** What the judge keeps of a row. */
interface Kept extends SessionPlace {
  at: number;
  entry: SearchableEntry;
}

export function createJudge(deps: JudgeDependencies): Judge {
  const {log, send, now, pause} = deps;
  let settings = defaultSettings;
  let setAside: ReadonlySet<string> = new Set();
  let suspects = new Set<string>();
  const byId = new Map<string, Kept>();
  const order: Kept[] = [];
  let listed: SearchableEntry[] = [];
  let gone: string[] = [];
  const texts = createTextFold((request, inspection) => deps.inspectText(request, inspection, settings));
  const session = createSessionFold();
  const filter = createFilterFold({
    entries: () => order.map(({entry}) => entry),
    tell: (matches) => send({type: 'matches', ...matches}),
    now,
    pause,
  });
  const plans = createPlanFold({
    ...deps.planSource,
    now,
    onProgress: (part) => send({type: 'under-way', ...underWay, ...(part && {part})}),
    onStates: (states) => send({type: 'plans', plans: states}),
  });
  /** The record, or the question by its number, that is worked on. */
  let underWay: {id: string | null; question?: number} = {id: null};
  const pageOf = createPageReader();
  let scope: TabScope = createTabScope(-1, () => false);
  let timer: ReturnType<typeof setTimeout> | null = null;
  let working = 0;
  /** The filter that was typed last. */
  let query: FilterQuery | null = null;
  /** By topic the number of the newest question. */
  const newest = new Map<string, number>();
  let planReading = Promise.resolve();

  function judge(request: CapturedRequest): PlannedInspection {
    if (setAside.has(request.id) || suspects.has(request.id)) {
      return {inspection: toUnjudged(request), verdicts: []};
    }
    tellUnderWay({id: request.id});
    try {
      return inspect(request);
    } catch (error) {
      // There is no memory for its text, say: it is listed all the same.
      send({type: 'failure', reason: `The request to ${request.url} was not checked: ${toReason(error)}`});
      return {inspection: toUnjudged(request), verdicts: []};
    }
  }

  function inspect(request: CapturedRequest): PlannedInspection {
    return plans.check(request, deps.inspect(request, settings), settings.rules);
  }

  function tellUnderWay(next: typeof underWay): void {
    underWay = next;
    send({type: 'under-way', ...next});
  }

  function withFurther(inspection: Inspection): Inspection {
    const further = [...texts.issuesOf(inspection.requestId), ...session.issuesOf(inspection.requestId)];
    return further.length === 0 ? inspection : {...inspection, issues: [...inspection.issues, ...further]};
  }

  function take(request: CapturedRequest): void {
    if (!scope.admits(request)) return;
    const {inspection, verdicts} = judge(request);
    session.note(inspection);
    texts.note(request, inspection);
    const old = byId.get(request.id);
    const whole = withFurther(inspection);
    const entry = toLogEntry(request, whole, old?.at ?? now(), pageOf);
    const kept = {id: entry.id, at: entry.at, session: toSession(request), entry};
    byId.set(kept.id, kept);
    insertEntry(order, kept, old);
    listed.push(entry);
    coverage.take(request, {inspection: whole, verdicts});
  }

  function forget(ids: readonly string[]): void {
    const known = new Set(ids.flatMap((id) => byId.get(id) ?? []));
    if (known.size === 0) return;
    for (const {id} of known) {
      byId.delete(id);
      texts.forget(id);
      session.forget(id);
      coverage.forget(id);
      gone.push(id);
    }
    const left = order.filter((kept) => !known.has(kept));
    order.splice(0, order.length, ...left);
    listed = listed.filter(({id}) => byId.has(id));
  }

  function flush(isIdle: boolean): void {
    if (listed.length > 0 || gone.length > 0) schedule();
    if (gone.length > 0) send({type: 'gone', ids: gone});
    if (listed.length > 0) tellListed(listed);
    [listed, gone] = [[], []];
    const welcome = scope.takeWelcome();
    if (welcome.length > 0) feed.reread(welcome);
    else if (isIdle) tellUnderWay({id: null});
  }

  function tellListed(entries: readonly SearchableEntry[]): void {
    const filtered = filter.look(entries);
    send({
      type: 'listed',
      entries: entries.map((entry) => packEntry(toListed(entry))),
      ...(filtered && {filtered}),
    });
  }

  function schedule(): void {
    timer ??= setTimeout(() => {
      timer = null;
      busy(judgeTogether()).catch(fail);
    }, QUIET_MS);
  }

  /** What takes all rows together, or longer: the rules over a session, and what large texts hold. */
  async function judgeTogether(): Promise<void> {
    feed.reread(session.judge(order, settings.rules));
    for (;;) {
      await pause();
      const read = texts.readNext();
      if (read === null) break;
      if (read.found) feed.reread([read.id]);
    }
    const [suspect] = suspects;
    if (suspect === undefined) return;
    suspects.delete(suspect);
    feed.reread([suspect]);
  }

  /** The answer fits what was listed last of it. */
  async function read(id: string): Promise<InspectedRequest | null> {
    for (;;) {
      const before = byId.get(id);
      const [request] = await log.get([id]);
      if (byId.get(id) !== before) continue;
      return request ? {request, inspection: withFurther(judge(request).inspection)} : null;
    }
  }

  async function find(number: number, question: Question): Promise<AnswerTo<Question['kind']>> {
    switch (question.kind) {
      case 'read':
        return read(question.id);
      case 'row':
        return coverage.row(question.id);
      case 'issues':
        return coverage.issues();
      default:
        return findOfDraft(number, question);
    }
  }

  /** What was heard meanwhile goes first, so that of a draft that is typed only the newest text is checked. */
  async function findOfDraft(number: number, question: DraftQuestion): Promise<AnswerTo<Question['kind']>> {
    const topic = topicOf(question);
    if (topic !== null) newest.set(topic, number);
    await pause();
    if (topic !== null && newest.get(topic) !== number) return null;
    if (topic !== null) newest.delete(topic);
    tellUnderWay({id: null, question: number});
    const checks = {...deps, inspect: (request: CapturedRequest) => inspect(request).inspection};
    const found = answerDraft(question, checks, settings, plans.extend);
    tellUnderWay({id: null});
    return found;
  }

  async function answer(number: number, question: Question): Promise<void> {
    try {
      send({type: 'answer', number, answer: await find(number, question)});
    } catch (error) {
      send({type: 'refusal', number, reason: toReason(error)});
    }
  }

  async function busy(work: Promise<void>): Promise<void> {
    working++;
    try {
      await work;
    } finally {
      working--;
    }
  }

  function isIdle(): boolean {
    return working === 0 && timer === null && feed.isIdle();
  }

  function fail(error: unknown): void {
    send({type: 'failure', reason: toReason(error)});
  }

  async function start(begin: Beginning): Promise<void> {
    settings = begin.settings;
    query = begin.filter;
    setAside = new Set(begin.setAside);
    suspects = new Set(begin.suspects);
    scope = createTabScope(begin.tabId, (id) => byId.has(id));
    for (const url of begin.pages) scope.addPage(url);
    plans.begin(begin.planParts, begin.isCareful);
    await readPlans();
    await feed.load(begin.tabId);
    send({type: 'loaded'});
    await filter.follow(query);
    await cover(begin.coverage);
  }

  async function cover(query: CoverageQuery | null): Promise<void> {
    await coverage.want(query);
    if (query !== null && feed.isIdle()) tellUnderWay({id: null});
  }

  const coverage = createCoverageFold({
    log,
    ids: () => byId.keys(),
    stateOf: (id) => byId.get(id),
    judge(request) {
      const {inspection, verdicts} = judge(request);
      return {inspection: withFurther(inspection), verdicts};
    },
    planOf: plans.planOf,
    send: (news) => send({type: 'coverage', news}),
    now,
    pause,
  });
  /** One reading after another: the last one sees the plans as they are by then. */
  function readPlans(): Promise<void> {
    const next = planReading.then(async () => {
      if (!(await plans.load())) return;
      coverage.plansChanged();
      feed.reread([...byId.keys()]);
    });
    planReading = next.catch((error) => fail(`Tracking plans cannot be read: ${toReason(error)}`));
    return planReading;
  }

  const stopPlans = deps.planSource.plans.subscribe(() => void busy(readPlans()));
  const feed: RecordFeed = createRecordFeed({log, take, gone: forget, flush, now, pause, onFailure: fail});
  return {
    receive(message) {
      switch (message.type) {
        case 'start':
          busy(start(message)).catch(fail);
          return;
        case 'committed':
          feed.reread(message.ids);
          return;
        case 'removed':
          feed.remove(message.ids);
          return;
        case 'page':
          scope.addPage(message.url);
          feed.reread(scope.takeWelcome());
          return;
        case 'settings':
          settings = message.settings;
          texts.reset();
          session.reset();
          feed.reread([...byId.keys()]);
          return;
        case 'coverage':
          busy(cover(message.query)).catch(fail);
          return;
        case 'filter':
          query = message.filter;
          busy(filter.follow(query)).catch(fail);
          return;
        case 'ask':
          busy(answer(message.number, message.question)).catch(fail);
          return;
        case 'ping':
          send({type: 'pong', number: message.number, idle: isIdle()});
      }
    },
    dispose() {
      if (timer !== null) clearTimeout(timer);
      coverage.dispose();
      stopPlans();
      feed.dispose();
    },
  };
}

function toSession({replay, imported}: CapturedRequest): string | null {
  return replay ? null : (imported?.id ?? '');
}

/** A record that is listed without a verdict: judging it took too long before. */
function toUnjudged({id, startedAt}: CapturedRequest): Inspection {
  const size = {events: 0, bytes: null, maxEvents: null, maxBytes: null};
  return {requestId: id, sentAt: startedAt, protocol: null, decoded: false, events: [], issues: [], size};
}

function toReason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
