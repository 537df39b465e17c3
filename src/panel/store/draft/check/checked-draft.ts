import type {Draft} from '../../../../domain/edit/draft';
import type {DraftInspection} from '../../judge/draft-question';

/** A draft with its text, as of the last quiet moment. */
export interface DraftText {
  draft: Draft;
  text: string;
}

/** A text that was checked, which may be older than the draft's own. */
export interface CheckedDraft extends DraftText {
  inspection: DraftInspection;
}
