import {checkServerAnswer} from '../../checks/check-server-answer';
import type {ShapeNode} from '../../checks/shape/shape';
import {isJsonObject, type JsonObject} from '../../json/json-value';
import {segmentHttpApi} from '../../verdict/documents';
import type {EventSummary, Protocol} from '../protocol';
import {createCallRules} from './call-rules';
import {type CallType, callTypes, readCallType, toCallType} from './call-type';
import {checkCall} from './check-call';
import {checkWriteKey} from './check-write-key';
import type {Dialect} from './dialect';
import {expectedBody, toCalls} from './to-calls';

/** The protocol of Segment, as a vendor speaks it. */
export function createCallProtocol(dialect: Dialect): Protocol {
  const getRules = createCallRules(dialect);
  return {
    id: dialect.id,
    title: dialect.title,
    limits: {
      events: null,
      // Defined nowhere: 1,000 and 1,024 bytes to the KB are both meant somewhere.
      bytes: {safe: 500_000, hard: 512_000, documented: '500 KB'},
      eventBytes: {safe: 32_000, hard: 32_768, documented: '32 KB'},
      source: segmentHttpApi('Batch'),
    },
    expectedBody,
    toBatch: toCalls,
    summarize: (entry, {request}) => summarize(entry, request.url),
    checkEvent: (event, context, add) => checkCall(event, context, {dialect, getRules}, add),
    checkRequest(verdict, context, add) {
      checkWriteKey(verdict.body, context, dialect, add);
      checkServerAnswer(verdict, context.request, add);
    },
    describeEvent: (name) => describeCall(name, (type) => getRules(type).node),
    // A track call's names are the user's own; the types stand at `type`.
    eventNames: [],
  };
}

/** The fields of a call by its name; where that tells no type, as while it is being typed, those of every type. */
function describeCall(name: string | null, getNode: (type: CallType) => ShapeNode): ShapeNode {
  const type = toCallType(name?.split(' ', 1)[0] ?? '');
  if (type) return getNode(type);
  // Group comes last, since its traits are documented and those of a user are not.
  const fields = [...callTypes, 'group' as const].map((each) => getNode(each).properties);
  return {type: 'object', properties: Object.assign({}, ...fields)};
}

function summarize(entry: JsonObject, url: string): EventSummary {
  const {context, groupId, userId, anonymousId, timestamp, originalTimestamp, sentAt} = entry;
  const outer = isJsonObject(context) ? toText(context.groupId) : null;
  return {
    name: toName(entry, url),
    user: toText(userId) ?? toText(anonymousId),
    group: toText(groupId) ?? outer,
    timestamp: toText(timestamp) ?? toText(originalTimestamp) ?? toText(sentAt),
  };
}

/** `group`, `track Signed Up`, `page Home`: the type, and the name that a call of that type has. */
function toName(entry: JsonObject, url: string): string | null {
  const type = readCallType(entry, url) ?? toText(entry.type);
  const own = type === 'track' ? entry.event : type === 'page' || type === 'screen' ? entry.name : null;
  const name = toText(own ?? undefined);
  if (type === null) return name;
  return name === null ? type : `${type} ${name}`;
}

function toText(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'number' ? String(value) : null;
}
