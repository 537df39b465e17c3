import type {Draft} from '../../../../domain/edit/draft';
import type {DraftInspection} from '../../judge/draft-question';

/** A draft with its text when it was last checked. */
export interface DraftText {
  draft: Draft;
  text: string;
}

/** A checked text, which may be older than the draft's current one. */
export interface CheckedDraft extends DraftText {
  inspection: DraftInspection;
}
