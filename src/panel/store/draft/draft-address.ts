import type {CapturedRequest} from '../../../domain/capture/captured-request';
import {retargetUrl} from '../../../domain/replay/marking/replay-url';
import type {ReplayOptions} from '../../../domain/replay/plan-replay';
import type {DraftAddress} from './draft-choices';

/** The address options of `planReplay` for a draft; empty for the address of the original. */
export type ChosenAddress =
  | {ok: true; options: Pick<ReplayOptions, 'url' | 'method'>}
  | {ok: false; reason: string};

/** The typed address, or the original's, at the selected target: with its path and query. */
export function toDraftAddress({
  source,
  address,
  target,
}: {
  source: CapturedRequest | null;
  address: DraftAddress | null;
  /** Base URL; null: exactly the address. */
  target: string | null;
}): ChosenAddress {
  const typed = address?.url.trim() ?? '';
  const method = address && {method: address.method};
  if (target === null) return {ok: true, options: {...method, ...(typed !== '' && {url: typed})}};
  const from = typed === '' ? source?.url : typed;
  const url = from === undefined ? target : retargetUrl(from, target);
  return url === null
    ? {ok: false, reason: `“${typed === '' ? target : typed}” is not a valid address.`}
    : {ok: true, options: {...method, url}};
}
