import type {EventFields, EventType, WireFormat} from '../wire-format';

/** The differences between ThriveStack's three APIs. */
export interface ThriveStackApi {
  title: string;
  path: string;
  type: EventType;
  fields: Pick<EventFields, 'name' | 'group'>;
  properties: '/properties' | '/traits';
  flush: WireFormat['flush'];
}

/** The wire format that ThriveStack's APIs share. */
export function createThriveStackWire({
  title,
  path,
  type,
  fields,
  properties,
  flush,
}: ThriveStackApi): WireFormat {
  return {
    title,
    // First-party proxies and staging hosts are common, so the path decides.
    endpoints: [{host: '*', path}],
    batchPointers: [''],
    fields: {...fields, user: ['/user_id'], times: ['/timestamp']},
    context: '/context',
    volatile: ['/timestamp', '/context/session_id'],
    transportKeys: [],
    flush,
    typeOf: () => type,
    propertiesOf: () => properties,
  };
}
