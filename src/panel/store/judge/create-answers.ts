import {toErrorMessage} from '../../../domain/to-error-message';
import type {InspectedRequest} from '../detail/create-detail-cache';
import {countValues} from '../filter/complete/count-values';
import type {FilterValue, ValueQuestion} from '../filter/complete/filter-value';
import {answerDraft, type DraftAnswer} from './answer-draft';
import type {JudgeDependencies, JudgeParts} from './create-judge-parts';
import type {DraftQuestion} from './draft-question';
import type {AnswerTo, Question} from './judge-messages';
import {createNewest} from './newest-question';
import {draftPlanText, toReadDraft} from './plans/answer-plan';

type Answer = AnswerTo<Question['kind']>;

/** Answers the questions of the panel, or reports that it failed. `whenStarted`: the log was read, and counted if that was wanted. */
export function createAnswers(
  deps: JudgeDependencies,
  parts: JudgeParts,
  whenStarted: () => Promise<void>,
): (number: number, question: Question) => Promise<void> {
  const answer = createAnswer(deps, {...parts, whenStarted}, createNewest(deps.pause));
  return async (number, question) => {
    try {
      deps.send({type: 'answer', number, answer: await answer(number, question)});
    } catch (error) {
      deps.send({type: 'refusal', number, reason: toErrorMessage(error)});
    }
  };
}

/** Whether no newer question of this kind has arrived; first gives it time to arrive. */
type IsNewest = () => Promise<boolean>;

function createAnswer(
  deps: JudgeDependencies,
  parts: JudgeParts & {whenStarted(): Promise<void>},
  isNewest: ReturnType<typeof createNewest>,
): (number: number, question: Question) => Promise<Answer> | Answer {
  const {coverage, plans} = parts;
  return (number, question) => {
    switch (question.kind) {
      case 'read':
        return readRequest(deps, parts, question.id);
      case 'row':
        return coverage.row(question.id);
      case 'counted':
        return whenCounted(deps, parts);
      case 'issues':
        return coverage.issues();
      case 'draft-plan': {
        const known = question.plan === null ? null : plans.knownOf(question.plan);
        return draftPlanText(known, coverage.sightingsOf(question.rows));
      }
      case 'read-plan':
        return underWay(parts, number, async () => toReadDraft(await plans.read([question.file])));
      case 'filter-values':
        return findValues(deps, parts, question, () => isNewest(number, question));
      default:
        return checkDraft(deps, parts, {number, question}, () => isNewest(number, question));
    }
  };
}

async function whenCounted(
  {pause}: JudgeDependencies,
  {coverage, list, whenStarted}: JudgeParts & {whenStarted(): Promise<void>},
): Promise<null> {
  await whenStarted();
  // Records that were read again, for example because rules changed, are counted again.
  while (!list.isIdle()) await pause();
  await coverage.settle();
  return null;
}

/** Reports the question to the watchdog while it is answered. */
async function underWay<Result>(
  {setUnderWay}: JudgeParts,
  question: number,
  run: () => Promise<Result> | Result,
): Promise<Result> {
  setUnderWay({id: null, question});
  const result = await run();
  setUnderWay({id: null});
  return result;
}

/** The request, and its last listed state. */
async function readRequest(
  {log}: JudgeDependencies,
  {rows, checker}: JudgeParts,
  id: string,
): Promise<InspectedRequest | null> {
  for (;;) {
    const before = rows.get(id);
    const [request] = await log.get([id]);
    if (rows.get(id) !== before) continue;
    return request ? {request, inspection: checker.check(request).inspection} : null;
  }
}

async function checkDraft(
  {inspectText}: JudgeDependencies,
  parts: JudgeParts,
  {number, question}: {number: number; question: DraftQuestion},
  isNewest: IsNewest,
): Promise<DraftAnswer> {
  if (!(await isNewest())) return null;
  const {checker, plans} = parts;
  return underWay(parts, number, () =>
    answerDraft(question, {
      inspect: (request) => checker.inspect(request).inspection,
      inspectText: (request, inspection) => inspectText(request, inspection, checker.settings),
      extend: plans.extend,
    }),
  );
}

/** Null: there is a newer question. */
async function findValues(
  {now}: JudgeDependencies,
  {rows, filter}: JudgeParts,
  question: ValueQuestion,
  isNewest: IsNewest,
): Promise<readonly FilterValue[] | null> {
  // The list is sent first.
  const goOn = async () => {
    do if (!(await isNewest())) return false;
    while (filter.isBehind());
    return true;
  };
  if (!(await goOn())) return null;
  const entries = rows.all().map(({entry}) => entry);
  return countValues(question, entries, {now, goOn});
}
