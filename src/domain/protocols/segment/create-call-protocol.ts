import {checkServerAnswer} from '../../checks/check-server-answer';
import type {ShapeNode} from '../../checks/shape/shape';
import {segmentHttpApi} from '../../verdict/documents';
import type {DecodedEvent} from '../../verdict/inspection';
import type {SessionFact} from '../../verdict/session-fact';
import type {Protocol} from '../protocol';
import {toFacts, traceFields} from '../session-fact';
import {type EventType, eventTypes, type WireFormat} from '../wire-format';
import {createCallRules} from './call-rules';
import {checkCall} from './check-call';
import {checkWriteKey} from './check-write-key';
import type {Dialect} from './dialect';
import {expectedBody, toCalls} from './to-calls';

/** The protocol of Segment, as implemented by a vendor. */
export function createCallProtocol(dialect: Dialect): Protocol {
  const getRules = createCallRules(dialect);
  return {
    format: dialect.format,
    limits: {
      events: null,
      // Not defined in the documents: vendors use both 1,000 and 1,024 bytes per KB.
      bytes: {safe: 500_000, hard: 512_000, documented: '500 KB'},
      eventBytes: {safe: 32_000, hard: 32_768, documented: '32 KB'},
      source: segmentHttpApi('Batch'),
    },
    expectedBody,
    toBatch: toCalls,
    checkEvent: (event, context, add) => checkCall(event, context, {dialect, getRules}, add),
    checkRequest(verdict, context, add) {
      checkWriteKey(verdict.body, context, dialect, add);
      checkServerAnswer(verdict, context.request, add);
    },
    trace: (event) => traceCall(event, dialect.format),
    describeEvent: (type) => describeCall(type, (each) => getRules(each).node),
    // A track call's names are the user's own; the types are in `type`.
    eventNames: [],
  };
}

/** The fields of a call by its type; if it is not known, for example while typing, those of all types. */
function describeCall(type: EventType | null, getNode: (type: EventType) => ShapeNode): ShapeNode {
  if (type) return getNode(type);
  // Group comes last, since its traits are documented and those of a user are not.
  const fields = [...eventTypes, 'group' as const].map((each) => getNode(each).properties);
  return {type: 'object', properties: Object.assign({}, ...fields)};
}

function traceCall(event: DecodedEvent, format: WireFormat): SessionFact[] {
  return [
    ...traceFields(event, format),
    ...toFacts(event, 'departure', ['/sentAt']),
    ...(event.type === 'group'
      ? toFacts(event, 'introduction', ['/groupId'])
      : toFacts(event, 'group', ['/context/groupId'])),
  ];
}
