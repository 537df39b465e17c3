import type {WireFormat} from '../wire-format';
import {readCallType} from './call-type';

/** The wire format of Segment, at a vendor's addresses. */
export function createCallWire({title, endpoints}: Pick<WireFormat, 'title' | 'endpoints'>): WireFormat {
  return {
    title,
    endpoints,
    batchPointers: ['', '/batch'],
    fields: {
      name: {track: ['/event'], page: ['/name'], screen: ['/name']},
      user: ['/userId'],
      anonymous: ['/anonymousId'],
      group: ['/groupId', '/context/groupId'],
      times: ['/timestamp', '/originalTimestamp', '/sentAt'],
      id: '/messageId',
    },
    context: '/context',
    volatile: ['/messageId', '/timestamp', '/originalTimestamp', '/sentAt', '/receivedAt', '/_metadata'],
    transportKeys: ['sentAt', '_metadata'],
    // The defaults of analytics-next with batching enabled.
    flush: {events: 10, seconds: 5},
    typeOf: readCallType,
    // Segment Spec, Identify and Group; an alias call has neither traits nor properties.
    propertiesOf(event, url) {
      const type = readCallType(event, url);
      if (type === 'identify' || type === 'group') return '/traits';
      return type === 'alias' ? '/context' : '/properties';
    },
  };
}
