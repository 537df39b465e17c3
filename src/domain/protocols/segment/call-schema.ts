import {fieldFacts} from '../../checks/shape/field-facts';
import {segmentCommon, segmentSpec} from '../../verdict/documents';
import * as z from '../../zod';
import {date, object, text, textOrNumber} from '../fields';
import {type EventType, eventTypes} from '../wire-format';
import type {Dialect} from './dialect';

const common = segmentCommon();

/** All documented fields of a call of one type; for an unknown type, the fields that all calls share. */
export function toCallSchema(dialect: Dialect, type: EventType | null): z.ZodMiniType {
  return z.looseObject({...commonFields(dialect), ...(type ? fieldsOf[type](dialect) : {})});
}

function commonFields({groupSpec}: Dialect): Record<string, z.ZodMiniType> {
  const source = common;
  const identities = groupSpec('Identities');
  return {
    type: text({description: 'Type of the call.', source, values: [...eventTypes]}),
    userId: text({
      description: 'Unique identifier of the user; required unless anonymousId is sent.',
      source: identities,
    }),
    anonymousId: text({
      description: 'Pseudo-unique identifier for a user who is not known yet.',
      source: identities,
    }),
    messageId: text({description: 'Unique identifier of this message.', source}),
    timestamp: date({
      description: 'When it happened, in ISO 8601. If it is missing, the server sets it.',
      source,
    }),
    sentAt: date({description: 'When it was sent, by the clock of the sender, in ISO 8601.', source}),
    originalTimestamp: date({description: 'When it happened, by the clock of the sender.', source: common}),
    receivedAt: date({description: 'When it was received; set by the server.', source}),
    context: z
      .optional(
        z.looseObject({
          groupId: text({description: 'The group in which this happened.', source: common}),
          ip: text({description: 'IP address of the user.', source, mismatch: 'warning'}),
          userAgent: text({description: 'User agent of the device.', source, mismatch: 'warning'}),
          locale: text({description: 'Locale of the user.', source: common, mismatch: 'warning'}),
        }),
      )
      .register(fieldFacts, {
        documentedType: 'Object',
        description: 'Context of the call, such as page, device and locale.',
        source,
      }),
    integrations: object({description: 'Destinations that get the call.', source}),
    channel: text({
      description: 'Where it comes from: browser, server, mobile.',
      source,
      mismatch: 'warning',
    }),
    // 2 in one document and "1.1" in the next.
    version: textOrNumber({description: 'Version of the format.', source, mismatch: 'warning'}),
  };
}

const properties = () => ({
  properties: object({description: 'Further properties of the call.', source: segmentSpec('Track')}),
});

const fieldsOf: Record<EventType, (dialect: Dialect) => Record<string, z.ZodMiniType>> = {
  group: ({groupSpec, traits}) => ({
    groupId: text({
      description: 'A unique identifier for the group in your database.',
      source: groupSpec('Group ID'),
    }),
    traits: z.optional(z.looseObject(traits())).register(fieldFacts, {
      documentedType: 'Object',
      description: 'Free-form dictionary of traits of the group.',
      source: groupSpec('Traits'),
    }),
  }),
  identify: () => ({
    traits: object({
      description: 'Free-form dictionary of traits of the user.',
      source: segmentSpec('Identify'),
    }),
  }),
  track: () => ({
    event: text({
      description: 'Name of the action that the user has performed.',
      source: segmentSpec('Track'),
    }),
    ...properties(),
  }),
  page: () => ({
    name: text({description: 'Name of the page.', source: segmentSpec('Page')}),
    category: text({description: 'Category of the page.', source: segmentSpec('Page')}),
    ...properties(),
  }),
  screen: () => ({
    name: text({description: 'Name of the screen.', source: segmentSpec('Screen')}),
    category: text({description: 'Category of the screen.', source: segmentSpec('Screen')}),
    ...properties(),
  }),
  alias: () => ({
    previousId: text({description: 'Previous ID of the user.', source: segmentSpec('Alias')}),
  }),
};
