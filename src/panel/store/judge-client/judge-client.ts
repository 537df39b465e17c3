import type {Settings} from '../../../domain/settings';
import type {CoverageNews} from '../coverage/coverage-messages';
import type {StartJudge} from '../judge/judge-connection';
import type {AnswerTo, FromJudge, PlanState, Question, StartOptions, ToJudge} from '../judge/judge-messages';
import type {LogEntry} from '../log/log-entry';
import {unpackEntry} from '../log/pack-entry';
import {createHangHistory, type Hang, type UnderWay} from './hang-history';
import {createOpenQuestions, type OpenQuestions} from './open-questions';
import {createWatchedJudge, type SaidByJudge} from './watched-judge';

/** The messages that the mirror of the list receives. */
export type ListMessage =
  | Extract<FromJudge, {type: 'gone' | 'loaded' | 'matches'}>
  | (Omit<Extract<FromJudge, {type: 'listed'}>, 'entries'> & {entries: readonly LogEntry[]})
  /** Another judge reads the log from the start. */
  | {type: 'again'};

export interface JudgeClientOptions {
  startJudge: StartJudge;
  onList(message: ListMessage): void;
  onFailure(reason: string): void;
  onCoverage(news: CoverageNews): void;
  /** The judge was silent for too long and was replaced. */
  onHang(hang: Hang): void;
  /** The tracking plans that are turned on. */
  onPlans(plans: readonly PlanState[]): void;
}

/** The panel's side of the judge. If a judge is stopped, the next one continues its work. */
export interface JudgeClient {
  start(begin: {tabId: number; settings: Settings}): void;
  tell(message: Told): void;
  ask: AskJudge;
  dispose(): void;
}

type Told = Extract<ToJudge, {type: 'committed' | 'removed' | 'page' | 'settings' | 'coverage' | 'filter'}>;

/** Rejects if two judges in a row hung at the question. */
export type AskJudge = <Kind extends Question['kind']>(
  question: Extract<Question, {kind: Kind}>,
) => Promise<AnswerTo<Kind>>;

export function createJudgeClient(options: JudgeClientOptions): JudgeClient {
  const {startJudge, onList, onHang} = options;
  const questions = createOpenQuestions();
  const hangs = createHangHistory();
  const wanted = createWanted();
  const judge = createWatchedJudge({
    startJudge,
    onMessage: (message) => deliver(message, questions, options),
    onHang: replace,
  });

  function startOne(): void {
    const start = wanted.get();
    if (start === null) return;
    judge.start();
    judge.post({type: 'start', ...start, ...hangs.known()});
    for (const question of questions.all()) judge.post({type: 'ask', ...question});
  }

  function replace(underWay: UnderWay): void {
    const {id, part, question} = underWay;
    const hang = hangs.add(underWay);
    if (id === null && part === undefined && question !== undefined) questions.suspect(question);
    onHang(hang);
    onList({type: 'again'});
    startOne();
  }

  return {
    start(begin) {
      wanted.start(begin);
      startOne();
    },
    tell(message) {
      wanted.note(message);
      judge.post(message);
    },
    ask(question) {
      const {number, answer} = questions.add(question);
      judge.post({type: 'ask', number, question});
      return answer;
    },
    dispose: judge.end,
  };
}

function deliver(message: SaidByJudge, questions: OpenQuestions, options: JudgeClientOptions) {
  switch (message.type) {
    case 'listed':
      return options.onList({...message, entries: message.entries.map(unpackEntry)});
    case 'gone':
    case 'loaded':
    case 'matches':
      return options.onList(message);
    case 'answer':
      return questions.answer(message.number, message.answer);
    case 'refusal':
      return questions.refuse(message.number, message.reason);
    case 'plans':
      return options.onPlans(message.plans);
    case 'coverage':
      return options.onCoverage(message.news);
    case 'failure':
      return options.onFailure(message.reason);
  }
}

type Wanted = Pick<StartOptions, 'tabId' | 'settings' | 'pages' | 'coverage' | 'filter'>;

/** The current tasks of the judge; the next one receives them too. */
function createWanted() {
  let begin: {tabId: number; settings: Settings} | null = null;
  let coverage: Wanted['coverage'] = null;
  let filter: Wanted['filter'] = null;
  const pages = new Set<string>();

  return {
    /** Null before the start. */
    get: (): Wanted | null => begin && {...begin, coverage, filter, pages: [...pages]},
    start(first: {tabId: number; settings: Settings}) {
      begin = first;
    },
    note(message: Told) {
      if (message.type === 'page') pages.add(message.url);
      if (message.type === 'coverage') coverage = message.query;
      if (message.type === 'filter') filter = message.filter;
      if (message.type === 'settings' && begin) begin = {...begin, settings: message.settings};
    },
  };
}
