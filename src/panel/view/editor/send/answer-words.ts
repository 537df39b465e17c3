import type {Outcome} from '../../../../domain/capture/captured-request';
import {maskText} from '../../../../domain/secrets/mask-text';
import {shorten} from '../../format/shorten';

/** The status of a response; for a redirect that was not followed the browser may not show it. */
export function toStatusWord(status: number): string {
  return status === 0 ? 'no status' : String(status);
}

export function toStatus(outcome: Outcome): string {
  switch (outcome.state) {
    case 'answered':
      return `${toStatusWord(outcome.status)} ${shorten(maskText(outcome.statusText), 80)}`.trim();
    case 'queued':
      return 'waiting to be sent';
    case 'pending':
      return 'sending…';
    case 'failed':
      return outcome.status ? `${outcome.status}, then` : 'no response';
    case 'unknown':
      return 'delivery unknown';
  }
}

export function toTone(outcome: Outcome): 'ok' | 'error' | 'warning' | 'info' {
  switch (outcome.state) {
    case 'answered':
      if (outcome.status === 0) return 'error';
      return outcome.status < 300 ? 'ok' : outcome.status < 400 ? 'warning' : 'error';
    case 'failed':
      return 'error';
    case 'unknown':
      return 'warning';
    default:
      return 'info';
  }
}
