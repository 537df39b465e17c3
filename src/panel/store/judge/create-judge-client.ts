import type {Settings} from '../../../domain/settings';
import type {CoverageNews, CoverageQuery} from '../coverage/coverage-messages';
import type {LogEntry} from '../log/log-entry';
import {unpackEntry} from '../log/pack-entry';
import type {JudgeConnection, StartJudge} from './judge-connection';
import type {
  AnswerTo,
  FilterQuery,
  FromJudge,
  Matches,
  PlanPart,
  PlanState,
  Question,
  ToJudge,
} from './judge-messages';
import {topicOf} from './topic-of';

/** What the mirror of the list hears. */
export type ListMessage =
  | Extract<FromJudge, {type: 'gone' | 'loaded' | 'matches'}>
  | {type: 'listed'; entries: readonly LogEntry[]; filtered?: Matches}
  /** Another judge reads the log from its beginning. */
  | {type: 'again'};

export interface JudgeClientOptions {
  startJudge: StartJudge;
  onList(message: ListMessage): void;
  onFailure(reason: string): void;
  onCoverage(news: CoverageNews): void;
  /** It was silent for too long and another one took its place. */
  onHang(hang: Hang): void;
  /** The tracking plans that are on. */
  onPlans(plans: readonly PlanState[]): void;
}

export interface Hang {
  /** The record that it was judging. */
  id: string | null;
  /** The part of a tracking plan that it was at, which is set aside. */
  part: PlanPart | null;
  /** The record is not judged any more. */
  isSetAside: boolean;
}

/** The panel's side of the judge: whatever becomes of one, the next one goes on with the same work. */
export interface JudgeClient {
  start(begin: {tabId: number; settings: Settings}): void;
  tell(
    message: Extract<ToJudge, {type: 'committed' | 'removed' | 'page' | 'settings' | 'coverage' | 'filter'}>,
  ): void;
  ask: AskJudge;
  dispose(): void;
}

/** Rejects if two judges in a row hung at the question. */
export type AskJudge = <Kind extends Question['kind']>(
  question: Extract<Question, {kind: Kind}>,
) => Promise<AnswerTo<Kind>>;

interface Asked {
  question: Question;
  /** A judge hung at it. */
  isSuspect: boolean;
  resolve(answer: AnswerTo<Question['kind']>): void;
  reject(error: Error): void;
}

type UnderWay = Pick<Extract<FromJudge, {type: 'under-way'}>, 'id' | 'question' | 'part'>;

/** A judge with work to do that is silent for so long, in milliseconds, hangs. */
const SILENT_MS = 2_000;
/** Reading a tracking plan of 15 MB takes longer, and is done in one go. */
const SILENT_AT_PLAN_MS = 20_000;
/** While it works it is asked so often. */
const PULSE_MS = 500;
/** What it said in time may still wait in this thread, should this one have been busy. */
const HEARING_MS = 50;

export function createJudgeClient(options: JudgeClientOptions): JudgeClient {
  let coverage: CoverageQuery | null = null;
  const {startJudge, onList, onFailure, onHang, onPlans} = options;
  const asked = new Map<number, Asked>();
  const pages = new Set<string>();
  const suspects = new Set<string>();
  const setAside = new Set<string>();
  let begin: {tabId: number; settings: Settings} | null = null;
  let filter: FilterQuery | null = null;
  let judge: JudgeConnection | null = null;
  const planParts: PlanPart[] = [];
  let isCareful = false;
  let underWay: UnderWay = {id: null};
  let lastNumber = 0;
  let pinged = 0;
  let lastHeard = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;

  function startOne(): void {
    if (begin === null) return;
    underWay = {id: null};
    judge = startJudge(hear);
    const known = {pages: [...pages], suspects: [...suspects], setAside: [...setAside], planParts, isCareful};
    post({type: 'start', ...begin, ...known, coverage, filter});
    for (const [number, {question}] of asked) post({type: 'ask', number, question});
  }

  function post(message: ToJudge): void {
    judge?.post(message);
    watch();
  }

  function watch(): void {
    if (timer !== null || judge === null) return;
    lastHeard = performance.now();
    judge.post({type: 'ping', number: ++pinged});
    waitFor(SILENT_MS);
  }

  function watchAgain(): void {
    timer = setTimeout(() => {
      timer = null;
      watch();
    }, PULSE_MS);
  }

  function waitFor(time: number): void {
    timer = setTimeout(look, time);
  }

  function look(): void {
    const silent = performance.now() - lastHeard;
    const allowed = underWay.part?.rule === null ? SILENT_AT_PLAN_MS : SILENT_MS;
    if (silent < allowed) waitFor(allowed - silent);
    else if (silent < allowed + HEARING_MS) waitFor(HEARING_MS);
    else replace();
  }

  function stopWatching(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  /**
   * A part of a plan is to blame where the judge was at one; otherwise a record at which two judges in a row hung is
   * judged no more.
   */
  function replace(): void {
    stopWatching();
    judge?.end();
    const {id, part = null} = underWay;
    const isSetAside = part === null && id !== null && suspects.has(id);
    if (part !== null) planParts.push(part);
    else if (id !== null) {
      suspects.delete(id);
      (isSetAside ? setAside : suspects).add(id);
    } else suspectQuestion();
    isCareful = true;
    onHang({id, part, isSetAside});
    onList({type: 'again'});
    startOne();
  }

  /** A question at which two judges in a row hung is asked no more. */
  function suspectQuestion(): void {
    const {question} = underWay;
    const hungAt = question === undefined ? undefined : asked.get(question);
    if (question === undefined || hungAt === undefined) return;
    if (hungAt.isSuspect) take(question)?.reject(new Error('Checking took too long and was stopped.'));
    else hungAt.isSuspect = true;
  }

  function hear(message: FromJudge): void {
    lastHeard = performance.now();
    switch (message.type) {
      case 'listed':
        onList({...message, entries: message.entries.map(unpackEntry)});
        return;
      case 'gone':
      case 'loaded':
      case 'matches':
        onList(message);
        return;
      case 'answer':
        take(message.number)?.resolve(message.answer);
        return;
      case 'refusal':
        take(message.number)?.reject(new Error(message.reason));
        return;
      case 'pong':
        if (message.number !== pinged) return;
        stopWatching();
        if (!message.idle) watchAgain();
        return;
      case 'under-way':
        underWay = message;
        return;
      case 'plans':
        onPlans(message.plans);
        return;
      case 'coverage':
        options.onCoverage(message.news);
        return;
      case 'failure':
        onFailure(message.reason);
    }
  }

  function take(number: number): Asked | undefined {
    const found = asked.get(number);
    asked.delete(number);
    return found;
  }

  /** Whoever asked before on the same topic waits for nothing. */
  function dropOlder(question: Question): void {
    const topic = topicOf(question);
    if (topic === null) return;
    for (const [number, older] of asked) {
      if (topicOf(older.question) === topic) take(number)?.resolve(null);
    }
  }

  return {
    start(first) {
      begin = first;
      startOne();
    },
    tell(message) {
      if (message.type === 'page') pages.add(message.url);
      if (message.type === 'coverage') coverage = message.query;
      if (message.type === 'filter') filter = message.filter;
      if (message.type === 'settings' && begin) begin = {...begin, settings: message.settings};
      post(message);
    },
    ask<Kind extends Question['kind']>(question: Extract<Question, {kind: Kind}>) {
      const number = ++lastNumber;
      dropOlder(question);
      return new Promise<AnswerTo<Kind>>((resolve, reject) => {
        asked.set(number, {question, isSuspect: false, resolve, reject});
        post({type: 'ask', number, question});
      });
    },
    dispose() {
      stopWatching();
      judge?.end();
      judge = null;
    },
  };
}
