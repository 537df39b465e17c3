import {journyGroup, segmentCommon, segmentGroup, segmentHttpApi} from '../documents';
import type {Rule} from '../rule';

/** Rules for calls in Segment's format. */
export const callRules = {
  'body-not-call': {
    severity: 'error',
    title: 'Body is not a call or a batch of calls',
    reason: 'Segment and journy.io take one call as an object, or an object whose "batch" holds the calls.',
    source: segmentHttpApi('Batch'),
    alsoIn: [segmentGroup('Example'), journyGroup('Example')],
  },
  'missing-call-type': {
    severity: 'error',
    title: 'type is missing',
    reason: 'In a batch, only type tells a group call from a track call.',
    source: segmentHttpApi('Batch'),
    alsoIn: [segmentGroup('Example'), journyGroup('Example')],
  },
  'unknown-call-type': {
    severity: 'warning',
    title: 'type is not a documented call type',
    reason: 'The documents list identify, group, track, page, screen and alias, all in lowercase.',
    source: segmentCommon(),
  },
  'conflicting-call-type': {
    severity: 'warning',
    title: 'type does not match the path',
    reason: 'Each call type has its own path. What a server does with another type is not documented.',
    source: segmentHttpApi(),
  },
  'null-trait': {
    severity: 'info',
    title: 'Trait is null',
    reason: 'journy.io overwrites the stored value with null. A trait that is left out keeps its value.',
    source: journyGroup('Traits'),
  },
  'conflicting-traits': {
    severity: 'warning',
    title: 'Two traits differ only in case',
    reason: 'Traits are case-insensitive, so only one of the two values is kept.',
    source: segmentGroup('Traits'),
    alsoIn: [journyGroup('Traits')],
  },
} as const satisfies Record<string, Rule>;
