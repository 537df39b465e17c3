import type {CapturedRequest} from '../../../../domain/capture/captured-request';
import type {Inspection} from '../../../../domain/verdict/inspection';
import type {DraftDependencies} from '../draft-dependencies';

/**
 * The verdict on what a draft would send. A target's host may be no endpoint by the rules: what is sent there is still
 * what its original was.
 */
export function judgeDraft(
  request: CapturedRequest,
  source: CapturedRequest | null,
  {inspect, settings}: Pick<DraftDependencies, 'inspect' | 'settings'>,
): Inspection {
  const rules = settings.value.peek();
  const verdict = inspect(request, rules);
  if (verdict.protocol !== null || source === null || source.url === request.url) return verdict;
  return inspect({...request, url: source.url}, rules);
}
