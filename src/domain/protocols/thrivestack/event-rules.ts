import {fieldFacts} from '../../checks/shape/field-facts';
import type {ShapeNode} from '../../checks/shape/shape';
import {eventPage, thriveStackGuides, trackApi, trackApi2025} from '../../verdict/documents';
import type {Source} from '../../verdict/source';
import * as z from '../../zod';
import {number, text} from '../fields';
import {createFieldRules, type FieldRules} from './field-rules';
import type {StandardEvent} from './standard-event';
import {standardEvents} from './standard-events';

/** The rules for events with one name. */
export interface EventRules extends FieldRules {
  standard: StandardEvent | null;
}

const newest = trackApi('Reserved properties');

/** Property types that the newest documents reserve for every event; older ones leave them to custom events. */
const reservedProperties = () => ({
  revenue: number({description: 'Revenue of the event.', source: newest, mismatch: 'warning'}),
  currency: text({description: 'Currency by ISO 4217.', source: newest, mismatch: 'warning'}),
});

const contextFields = () => {
  const optional = (description: string, source: Source) => text({description, source, mismatch: 'warning'});
  const of2025 = trackApi2025('Event pages');
  const context = trackApi('Request body');
  return {
    group_id: z
      .string()
      .check(z.minLength(1))
      .register(fieldFacts, {
        documentedType: 'String',
        description: 'A unique identifier for the account.',
        source: eventPage('invite_sent', 'Event Context'),
      }),
    device_id: optional('ID of the device.', context),
    session_id: optional('ID of the session.', context),
    source: text({
      description: 'Where it comes from.',
      source: context,
      mismatch: 'warning',
      values: ['product', 'marketing'],
    }),
    group_type: optional('Kind of the account.', thriveStackGuides()),
    org_id: optional('ID of the organisation.', of2025),
    tenant_id: optional('ID of the tenant.', of2025),
    product_id: optional('ID of the product.', of2025),
    environment_id: optional('ID of the environment.', of2025),
  };
};

const fields = trackApi('Fields');

/** The whole event: the fields that all names share, with the documented properties of a standard one. */
export function toEventSchema(standard: StandardEvent | null): z.ZodMiniType {
  const properties = z.looseObject({...reservedProperties(), ...standard?.properties()});
  return z.looseObject({
    event_name: z.string().check(z.minLength(1)).register(fieldFacts, {
      documentedType: 'String',
      description: 'The name of the event being tracked.',
      source: fields,
    }),
    user_id: z.string().check(z.minLength(1)).register(fieldFacts, {
      documentedType: 'String',
      description: 'The unique identifier of the user triggering the event.',
      source: fields,
    }),
    timestamp: z.optional(z.unknown()).register(fieldFacts, {
      documentedType: 'Date',
      description: 'The event timestamp in UTC using the ISO 8601 format.',
      source: fields,
    }),
    properties: z.optional(properties).register(fieldFacts, {
      documentedType: 'Object',
      description: 'A map containing event-specific details.',
      source: fields,
    }),
    context: z.looseObject(contextFields()).register(fieldFacts, {
      documentedType: 'Object',
      description: 'A map containing additional context related to the event.',
      source: fields,
    }),
  });
}

/** Created when a name first occurs: schemas cost time and memory. Only documented names occur, so there are few. */
const made = new Map<StandardEvent | null, EventRules>();

export function getEventRules(name: string | null): EventRules {
  const standard = getStandardEvent(name);
  const known = made.get(standard);
  if (known) return known;
  const rules = createEventRules(standard);
  made.set(standard, rules);
  return rules;
}

function getStandardEvent(name: string | null): StandardEvent | null {
  return name !== null && Object.hasOwn(standardEvents, name) ? (standardEvents[name] ?? null) : null;
}

function createEventRules(standard: StandardEvent | null): EventRules {
  return {standard, ...createFieldRules(toEventSchema(standard), 'properties')};
}

export function describeEvent(name: string | null): ShapeNode {
  return getEventRules(name).node;
}
