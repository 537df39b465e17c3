import {toEventLabel} from '../../../../domain/verdict/event-label';
import type {LogEntry} from '../../../store/log/log-entry';
import {formatCount} from '../../format/format-count';
import {shorten} from '../../format/shorten';
import {toEndpoint} from '../../format/to-endpoint';

const MAX_NAME = 120;

/** The name of a request in the list. */
export function toRequestName(entry: LogEntry): string {
  const {events, bodyKind, decoded, head} = entry;
  const [first] = events;
  if (events.length === 1 && first) return shorten(toEventLabel(first) ?? '(no name)', MAX_NAME);
  if (events.length > 1) return `batch of ${formatCount(events.length)}`;
  if (bodyKind === 'missing') return 'body unavailable';
  if (bodyKind === 'none') return 'no body';
  if (bodyKind === 'cut') return 'body incomplete';
  if (decoded) return 'empty batch';
  return entry.protocol === null
    ? shorten(`${head.method} ${toEndpoint(head.url)}`, MAX_NAME)
    : 'unreadable body';
}
