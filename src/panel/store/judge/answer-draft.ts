import type {CapturedRequest} from '../../../domain/capture/captured-request';
import {protocols} from '../../../domain/protocols/protocols';
import type {Inspection} from '../../../domain/verdict/inspection';
import type {Issue} from '../../../domain/verdict/issue';
import type {DraftInspection, DraftQuestion, DraftQuestions, DraftToCheck} from './draft-question';
import type {PlanFold} from './plans/plan-fold';

/** The checks for a draft. */
export interface DraftChecks {
  inspect(request: CapturedRequest): Inspection;
  inspectText(request: CapturedRequest, inspection: Inspection): readonly Issue[];
  extend: PlanFold['extend'];
}

export type DraftAnswer = DraftQuestions[DraftQuestion['kind']]['answer'];

/** Answers the questions of an editor. */
export function answerDraft(question: DraftQuestion, checks: DraftChecks): DraftAnswer {
  switch (question.kind) {
    case 'check-draft':
      return toDraftInspection(checkDraft(question, checks));
    case 'check-draft-text':
      return checks.inspectText(question.request, checkDraft(question, checks));
    case 'describe-event': {
      const {describeEvent, eventNames} = protocols[question.protocol];
      return checks.extend({fields: describeEvent(question.type, question.name), eventNames}, question);
    }
  }
}

/** The host of a target may not be a known endpoint: the draft is then checked by the protocol of its original. */
function checkDraft({request, sourceUrl}: DraftToCheck, {inspect}: DraftChecks): Inspection {
  const verdict = inspect(request);
  if (verdict.protocol !== null || sourceUrl === null || sourceUrl === request.url) return verdict;
  return inspect({...request, url: sourceUrl});
}

function toDraftInspection(inspection: Inspection): DraftInspection {
  return {
    ...inspection,
    events: inspection.events.map(({index, name, pointer}) => ({index, name, pointer})),
  };
}
