import {fieldFacts} from '../../../checks/shape/field-facts';
import type {Source} from '../../../verdict/source';
import * as z from '../../../zod';
import {text} from '../../fields';

interface CallFields {
  /** Fields at the top that only this call has. */
  own: Record<string, z.ZodMiniType>;
  /** The description of `user_id`. */
  user: string;
  /** The owner of the traits. */
  traitsOf: string;
  traits: Record<string, z.ZodMiniType>;
}

/** The schema that identify and group calls share, with their differences. */
export function toCallSchema(cite: (section: string) => Source, call: CallFields): z.ZodMiniType {
  const source = cite('Request body');
  const optional = (description: string) => text({description, source, mismatch: 'warning'});
  return z.looseObject({
    ...call.own,
    user_id: z
      .string()
      .check(z.minLength(1))
      .register(fieldFacts, {documentedType: 'String', description: call.user, source}),
    traits: z.optional(z.looseObject(call.traits)).register(fieldFacts, {
      documentedType: 'Object',
      description: `Any attributes of ${call.traitsOf}.`,
      source,
    }),
    timestamp: z.optional(z.unknown()).register(fieldFacts, {
      documentedType: 'Date',
      description: 'When it happened, in UTC and ISO 8601. If it is missing, the server sets it.',
      source,
    }),
    context: z
      .optional(
        z.looseObject({
          group_id: text({description: 'The account that the user belongs to.', source}),
          device_id: optional('ID of the device.'),
          session_id: optional('ID of the session.'),
          source: text({
            description: 'Where it comes from.',
            source,
            mismatch: 'warning',
            values: ['product', 'marketing'],
          }),
        }),
      )
      .register(fieldFacts, {
        documentedType: 'Object',
        description: 'Context of the call, such as page, device and locale.',
        source,
      }),
  });
}
