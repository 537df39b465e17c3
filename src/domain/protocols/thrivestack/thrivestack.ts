import {isJsonObject, type JsonObject} from '../../json/json-value';
import {trackApi} from '../../verdict/documents';
import type {EventSummary, Protocol} from '../protocol';
import {checkEvent} from './check-event';
import {checkRequest} from './check-request';
import {describeEvent} from './event-rules';
import {standardEvents} from './standard-events';
import {toBatch} from './to-batch';

/** ThriveStack's Track API, all generations of its documents taken together: what one of them shows is not called wrong. */
export const thrivestack: Protocol = {
  id: 'thrivestack-track',
  title: 'ThriveStack Track API',
  limits: {
    events: 1000,
    // "2 MB" is defined nowhere: 2,000,000 and 2,097,152 are both meant somewhere.
    bytes: {safe: 2_000_000, hard: 2_097_152, documented: '2 MB'},
    source: trackApi('Request body'),
  },
  expectedBody: 'an array of events',
  toBatch,
  summarize,
  checkEvent,
  checkRequest,
  describeEvent,
  eventNames: Object.keys(standardEvents),
};

function summarize(entry: JsonObject): EventSummary {
  const {context} = entry;
  return {
    name: toText(entry.event_name) ?? toText(entry.event),
    user: toText(entry.user_id),
    group: isJsonObject(context) ? toText(context.group_id) : null,
    timestamp: toText(entry.timestamp),
  };
}

function toText(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'number' ? String(value) : null;
}
