import {toEventLabel} from '../../../../domain/verdict/event-label';
import type {LogEntry} from '../../../store/log/log-entry';
import {toRequestName} from './to-request-name';

/** How a row of the list is called: by its event, or, `event` being null, by its request. */
export function toRowName(entry: LogEntry, event: number | null): string {
  const summary = event === null ? undefined : entry.events[event];
  if (!summary) return toRequestName(entry);
  return toEventLabel(summary) ?? '(no name)';
}
