import {type SendResult, toSendResult} from '../../../domain/replay/sequence';
import type {ReplayState} from './replay-states';

/** The result of a replay for its sequence, by its record in the log. */
export function toSequenceResult({record: {outcome}, trouble}: ReplayState): SendResult {
  switch (outcome.state) {
    case 'answered':
      return toSendResult(outcome.status);
    case 'failed': {
      const {status, error} = outcome;
      return status ? {kind: 'unknown', reason: `${status}, then ${error}`} : {kind: 'failed', error};
    }
    case 'unknown':
      return {kind: 'unknown', reason: outcome.reason};
    case 'queued':
      return trouble === null
        ? // It was sent, so that it must not be sent again automatically.
          {kind: 'unknown', reason: 'It was removed from the log before its response.'}
        : // No sender has claimed it.
          {kind: 'failed', error: trouble};
    case 'pending':
      return {kind: 'unknown', reason: trouble ?? 'Its end was not captured.'};
  }
}
