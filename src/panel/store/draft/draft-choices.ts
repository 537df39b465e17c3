import type {ReplayRecord} from '../../../domain/capture/captured-request';
import type {CredentialChoice} from '../../../domain/replay/headers/decide-header';
import type {HeaderEdit} from '../../../domain/replay/headers/header-edit';
import type {Settings} from '../../../domain/settings';

/** How a draft is to be sent; everything but the body. */
export interface DraftChoices {
  /** Where a draft without a captured request goes, as typed; null: the original's. */
  address: DraftAddress | null;
  way: ReplayRecord['way'];
  /** Base URL of a target from the settings; null: where the original went. */
  target: string | null;
  credentials: CredentialChoice;
  cookies: boolean;
  followRedirects: boolean;
  timeoutSeconds: number;
  headers: readonly HeaderEdit[];
  selection: DraftSelection;
}

export interface DraftAddress {
  method: string;
  /** '' until the user types one. */
  url: string;
}

/** Which events of the batch are sent: all of them, byte for byte as they stand, or only some. */
export type DraftSelection = 'all' | 'faulty' | 'corrected' | 'shown';

export function toDefaultChoices({replay}: Settings): DraftChoices {
  return {
    address: null,
    way: 'extension',
    target: null,
    credentials: 'same-origin',
    cookies: false,
    followRedirects: replay.followRedirects,
    timeoutSeconds: replay.timeoutSeconds,
    headers: [],
    selection: 'all',
  };
}

/** Credentials of a target are chosen for that one: with another target they are to be chosen again. */
export function mergeChoices<Choices extends Pick<DraftChoices, 'target' | 'credentials'>>(
  before: Choices,
  chosen: Partial<Choices>,
): Choices {
  const next = {...before, ...chosen};
  const isOfAnother = next.target !== before.target && chosen.credentials === undefined;
  return isOfAnother && next.credentials === 'of-target' ? {...next, credentials: 'same-origin'} : next;
}
