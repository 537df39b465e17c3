import {ruleCatalogue, settingsSchema} from '../domain';
import * as z from '../zod';

const codes = Object.keys(ruleCatalogue);

/** A JSON Pointer inside an event, in which `*` stands for any one token: `/properties/items/{any}`. */
const maskPointer = z.string().check(z.regex(/^\//));

/**
 * `track-inspector.config.json`: the settings that the panel exports, and what only a file can say. `schema/config.json`
 * is made from it.
 */
export const configSchema = z.strictObject({
  $schema: z.optional(z.string()),
  ...settingsSchema.shape,
  rules: z._default(z.partialRecord(z.enum(codes), z.enum(['error', 'warning', 'info', 'off'])), {}),
  /** Files of tracking plans, relative to the config. */
  plans: z._default(z.array(z.string()), []),
  /** Values that a golden session does not compare, besides those of the protocol. */
  mask: z._default(z.array(maskPointer), []),
});

/** `schema/config.json`. It takes any rule by its shape: a new one shall not make the schema of yesterday wrong. */
export function toConfigJsonSchema(): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(configSchema, {
    io: 'input',
    override({jsonSchema}) {
      if (jsonSchema.propertyNames) jsonSchema.propertyNames = {type: 'string'};
    },
  });
}
