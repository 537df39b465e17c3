import type {Confirmation} from '../../../store/replay/replay-confirmations';
import {countOf} from '../../format/format-count';

/** The question before something is sent to a production target. */
export function toProductionQuestion({
  name,
  events,
  origin,
}: Extract<Confirmation, {kind: 'production'}>): string {
  const what = events === null ? 'this body' : countOf(events, 'event');
  if (name === null) {
    return `${origin} is not one of your targets and may be a production system. Send ${what} there?`;
  }
  return `${name} is a production target. Send ${what} to ${origin}?`;
}
