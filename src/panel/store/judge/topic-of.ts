import type {Question} from './judge-messages';

/** Of two questions on one topic only the newer one is answered; null: every question is answered. */
export function topicOf(question: Question): string | null {
  switch (question.kind) {
    case 'check-draft':
    case 'check-draft-text':
      return `${question.kind} ${question.draft}`;
    case 'filter-values':
      return question.kind;
    default:
      return null;
  }
}
