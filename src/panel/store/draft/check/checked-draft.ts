import type {Draft} from '../../../../domain/edit/draft';
import type {Inspection} from '../../../../domain/verdict/inspection';

/** A draft with its text, as of the last quiet moment. */
export interface CheckedDraft {
  draft: Draft;
  text: string;
  inspection: Inspection;
}
