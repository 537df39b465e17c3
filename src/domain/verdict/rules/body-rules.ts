import {eventPage, ownCheck, trackApi} from '../documents';
import type {Rule} from '../rule';

export const bodyRules = {
  'bare-object': {
    severity: 'warning',
    title: 'A single event is not in an array',
    reason: 'The API takes an array of events. Only the oldest documents show a single object.',
    source: trackApi('Request body'),
    alsoIn: [eventPage('group_enriched', 'Sample')],
  },
  'not-an-event': {
    severity: 'error',
    title: 'Body is not an event',
    reason:
      'The path is that of a tracking API, but the body does not contain an event, so nothing is recorded.',
    source: trackApi('Fields'),
    milder: 'a warning where the body looks like that of another API',
  },
  'body-not-array': {
    severity: 'error',
    title: 'Body is not an array or an object',
    reason: 'The API takes an array of events.',
    source: trackApi('Request body'),
  },
  'empty-batch': {
    severity: 'warning',
    title: 'Batch is empty',
    reason: 'A request without events records nothing.',
    source: trackApi('Request body'),
  },
  'entry-not-object': {
    severity: 'error',
    title: 'Batch entry is not an object',
    reason: 'Every entry of the array must be an event, and an event is an object.',
    source: trackApi('Request body'),
  },
  'checks-stopped': {
    severity: 'warning',
    title: 'Only the first events were checked',
    reason: 'A batch far above every limit is not checked to its end, so that the panel stays responsive.',
    source: ownCheck,
    isFixed: true,
  },
} as const satisfies Record<string, Rule>;
