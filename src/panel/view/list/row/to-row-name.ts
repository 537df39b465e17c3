import {toEventLabel} from '../../../../domain/verdict/event-label';
import type {LogEntry} from '../../../store/log/log-entry';
import {toRequestName} from './to-request-name';

/** The name of a row in the list: that of its event, or, if `event` is null, of its request. */
export function toRowName(entry: LogEntry, event: number | null): string {
  const summary = event === null ? undefined : entry.events[event];
  if (!summary) return toRequestName(entry);
  return toEventLabel(summary) ?? '(no name)';
}
