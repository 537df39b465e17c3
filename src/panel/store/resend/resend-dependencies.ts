import type {DraftDependencies} from '../draft/draft-dependencies';
import type {DraftStore} from '../draft/draft-store';
import type {TargetCredentialsView} from '../replay/target-credentials-view';
import type {ResendReaderDependencies} from './resend-reader';

/** The dependencies for resending many requests. */
export interface ResendDependencies
  extends Omit<DraftDependencies, 'access' | 'ask'>,
    Pick<ResendReaderDependencies, 'look' | 'pause'> {
  drafts: Pick<DraftStore, 'access' | 'confirmedOrigins'> & {
    credentials: Pick<TargetCredentialsView, 'of'> | null;
  };
  onFailure(error: unknown): void;
}
