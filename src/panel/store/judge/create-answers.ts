import type {PlanFile} from '../../../domain/plans/read-plan';
import {toErrorMessage} from '../../../domain/to-error-message';
import type {ReadDraft} from '../coverage/coverage-messages';
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

/** Answers what the panel asks, and refuses where that fails. */
export function createAnswers(
  {log, inspectText, send, now, pause}: JudgeDependencies,
  {rows, checker, filter, coverage, plans, setUnderWay}: JudgeParts,
): (number: number, question: Question) => Promise<void> {
  const isNewest = createNewest(pause);

  /** The answer fits what was listed last of it. */
  async function read(id: string): Promise<InspectedRequest | null> {
    for (;;) {
      const before = rows.get(id);
      const [request] = await log.get([id]);
      if (rows.get(id) !== before) continue;
      return request ? {request, inspection: checker.check(request).inspection} : null;
    }
  }

  async function checkDraft(number: number, question: DraftQuestion): Promise<DraftAnswer> {
    if (!(await isNewest(number, question))) return null;
    setUnderWay({id: null, question: number});
    const {settings} = checker;
    const answer = answerDraft(question, {
      inspect: (request) => checker.inspect(request).inspection,
      inspectText: (request, inspection) => inspectText(request, inspection, settings),
      extend: plans.extend,
    });
    setUnderWay({id: null});
    return answer;
  }

  async function readPlan(number: number, file: PlanFile): Promise<ReadDraft> {
    setUnderWay({id: null, question: number});
    const reading = await plans.read([file]);
    setUnderWay({id: null});
    return toReadDraft(reading);
  }

  async function findValues(
    number: number,
    question: {kind: 'filter-values'} & ValueQuestion,
  ): Promise<readonly FilterValue[] | null> {
    // The list goes first.
    const goOn = async () => {
      do if (!(await isNewest(number, question))) return false;
      while (filter.isBehind());
      return true;
    };
    if (!(await goOn())) return null;
    return countValues(
      question,
      rows.all().map(({entry}) => entry),
      {now, goOn},
    );
  }

  function answer(number: number, question: Question): Promise<Answer> | Answer {
    switch (question.kind) {
      case 'read':
        return read(question.id);
      case 'row':
        return coverage.row(question.id);
      case 'issues':
        return coverage.issues();
      case 'draft-plan': {
        const known = question.plan === null ? null : plans.knownOf(question.plan);
        return draftPlanText(known, coverage.sightingsOf(question.rows));
      }
      case 'read-plan':
        return readPlan(number, question.file);
      case 'filter-values':
        return findValues(number, question);
      default:
        return checkDraft(number, question);
    }
  }

  return async (number, question) => {
    try {
      send({type: 'answer', number, answer: await answer(number, question)});
    } catch (error) {
      send({type: 'refusal', number, reason: toErrorMessage(error)});
    }
  };
}
