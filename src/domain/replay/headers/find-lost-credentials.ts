import {isCredentialHeader} from '../../secrets/header-secrets';
import type {ReplayPlan} from '../plan-replay';
import {toFetchParts} from '../to-fetch-parts';
import {type SendSituation, whyCredentialStays} from './decide-header';

/**
 * Names of the credentials of the original that would be sent, but whose values are no longer available; `?name` for
 * one in the query. `known`: the values of `secretsOf(plan.record)` that still exist.
 */
export function findLostCredentials(
  {record, headerPlan}: Extract<ReplayPlan, {ok: true}>,
  situation: Pick<SendSituation, 'credentials' | 'capturedOrigin' | 'targetOrigin'>,
  known: ReadonlyMap<string, string>,
): string[] {
  const lost = headerPlan.filter(({name, outcome, before}) => {
    const isCredential = name.startsWith('?') || (before !== null && isCredentialHeader(before));
    return outcome === 'impossible' && isCredential && whyCredentialStays(situation) === null;
  });
  return [...new Set([...lost.map(({name}) => name), ...toFetchParts(record, known).missing])];
}
