import {isBlank} from '../../../checks/placeholders';
import {reportWrongType} from '../../../checks/shape/report-wrong-type';
import type {ShapeFault} from '../../../checks/shape/shape';
import {checkTimestampField} from '../../../checks/timestamp/check-timestamp-field';
import {isJsonObject} from '../../../json/json-value';
import type {Source} from '../../../verdict/source';
import {toIssue} from '../../../verdict/to-issue';
import type * as z from '../../../zod';
import type {AddIssue, Protocol} from '../../protocol';
import {toFacts} from '../../session-fact';
import type {WireFormat} from '../../wire-format';
import {checkFields} from '../checks/check-fields';
import {checkPlaceholders} from '../checks/check-placeholders';
import {checkRequest} from '../checks/check-request';
import {describeMissingUser} from '../checks/describe-missing-user';
import {createFieldRules} from '../field-rules';
import type {ObjectEvent} from '../object-event';
import {requestLimits} from '../request-limits';
import {createToBatch} from '../to-batch';

/** The differences between APIs for calls with traits. */
export interface TraitApi {
  format: WireFormat;
  /** Its documentation page, by section. */
  cite(section: string): Source;
  /** Scopes, one of which is sufficient. */
  scopes: readonly string[];
  expectedBody: string;
  /** Fields at the top, by which a body without an array is recognised as a call. */
  fields: readonly string[];
  toSchema(): z.ZodMiniType;
  /** Reports issues of the account of a call, and of required traits. */
  checkAccount(event: ObjectEvent, add: AddIssue): void;
}

/** The protocol of ThriveStack's Identify and Group API. */
export function createTraitProtocol(api: TraitApi): Protocol {
  const {format, cite, scopes, expectedBody} = api;
  const getRules = once(() => createFieldRules(api.toSchema(), 'traits'));
  return {
    format,
    limits: {...requestLimits, source: cite('Request body')},
    expectedBody,
    toBatch: createToBatch(expectedBody, api.fields),
    checkEvent(event, context, add) {
      const {index, value} = event;
      const rules = getRules();
      rules.shape.check(value, (fault) => {
        if (!isMissingId(fault)) reportWrongType(index, fault, add);
      });
      if (isBlank(value.user_id))
        add(
          toIssue('missing-user-id', {
            ...describeMissingUser(event, value.user_id),
            source: cite('Request body'),
          }),
        );
      checkTimestampField(event, value.timestamp, context.sentAt, (issue) =>
        // Older pages require it; according to today's, the server uses its own time.
        add(
          issue.code === 'missing-timestamp'
            ? {...issue, severity: 'warning', source: cite('Request body')}
            : issue,
        ),
      );
      checkPlaceholders(event, add);
      api.checkAccount(event, add);
      if (isJsonObject(value.traits)) checkFields(index, 'traits', value.traits, rules, add);
      if (isJsonObject(value.context)) checkFields(index, 'context', value.context, rules.context, add);
    },
    checkRequest: (verdict, context, add) => checkRequest(verdict, context, scopes, add),
    // One body may contain many users, so a change of user in it is not reported.
    trace: (event) => toFacts(event, 'time', format.fields.times),
    describeEvent: () => getRules().node,
    eventNames: [],
  };
}

/** Missing IDs are reported by the checks of IDs. */
function isMissingId({pointer, value}: ShapeFault): boolean {
  return (pointer === '/user_id' || pointer === '/group_id') && isBlank(value);
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
