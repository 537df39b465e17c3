import type {CapturedRequest} from './capture/captured-request';
import type {Issue} from './checks/issue';
import type {Inspection} from './inspection';
import type {Settings} from './settings';

export interface InspectOptions {
  /** Stands in for the time of sending where a request has none. */
  now?: Date;
  settings?: Settings;
}

/** Decodes a captured request and checks every event of it. Never throws; reads no clock. */
export function inspectRequest(request: CapturedRequest, _options: InspectOptions = {}): Inspection {
  return {
    requestId: request.id,
    sentAt: request.startedAt,
    protocol: null,
    decoded: false,
    events: [],
    issues: [],
    size: {events: 0, bytes: null, maxEvents: null, maxBytes: null},
  };
}

/** Rules that need more than one request; warnings, each can be switched off. */
export function inspectSession(_inspections: readonly Inspection[], _options: InspectOptions = {}): Issue[] {
  return [];
}
