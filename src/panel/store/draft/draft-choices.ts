import type {ReplayRecord} from '../../../domain/capture/captured-request';
import type {CredentialChoice} from '../../../domain/replay/headers/decide-header';
import type {HeaderEdit} from '../../../domain/replay/headers/header-edit';
import type {Settings} from '../../../domain/settings';

/** How to send a draft; everything except the body. */
export interface DraftChoices {
  /** The typed address of a draft without a captured request; null: the original's. */
  address: DraftAddress | null;
  way: ReplayRecord['way'];
  /** Base URL of a target from the settings; null: the original address. */
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
  /** The origin that it was pasted with. */
  home?: string | null;
}

/** The events of the batch that are sent: all of them, byte for byte, or only some. */
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

/** Credentials of a target are selected for that target: with another one they have to be selected again. */
export function mergeChoices<Choices extends Pick<DraftChoices, 'target' | 'credentials'>>(
  before: Choices,
  chosen: Partial<Choices>,
): Choices {
  const next = {...before, ...chosen};
  const isOfAnother = next.target !== before.target && chosen.credentials === undefined;
  return isOfAnother && next.credentials === 'of-target' ? {...next, credentials: 'same-origin'} : next;
}
