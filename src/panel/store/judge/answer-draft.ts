import {protocols} from '../../../domain/protocols/protocols';
import type {Settings} from '../../../domain/settings';
import type {Inspection} from '../../../domain/verdict/inspection';
import type {JudgeDependencies} from './create-judge';
import type {DraftInspection, DraftQuestion, DraftQuestions, DraftToCheck} from './draft-question';
import type {PlanFold} from './plan-fold';

/** How requests are judged. */
type Checks = Pick<JudgeDependencies, 'inspect' | 'inspectText'>;

/** Answers what an editor asks, by the rules of these settings. */
export function answerDraft(
  question: DraftQuestion,
  checks: Checks,
  settings: Settings,
  extend: PlanFold['extend'],
): DraftQuestions[DraftQuestion['kind']]['answer'] {
  switch (question.kind) {
    case 'check-draft':
      return toDraftInspection(judgeDraft(question, checks, settings));
    case 'check-draft-text':
      return checks.inspectText(question.request, judgeDraft(question, checks, settings), settings);
    case 'describe-event': {
      const {describeEvent, eventNames} = protocols[question.protocol];
      return extend({fields: describeEvent(question.type, question.name), eventNames}, question);
    }
  }
}

/** A target's host may be no endpoint by the rules: what is sent there is still what its original was. */
function judgeDraft({request, sourceUrl}: DraftToCheck, {inspect}: Checks, settings: Settings): Inspection {
  const verdict = inspect(request, settings);
  if (verdict.protocol !== null || sourceUrl === null || sourceUrl === request.url) return verdict;
  return inspect({...request, url: sourceUrl}, settings);
}

function toDraftInspection(inspection: Inspection): DraftInspection {
  return {
    ...inspection,
    events: inspection.events.map(({index, name, pointer}) => ({index, name, pointer})),
  };
}
