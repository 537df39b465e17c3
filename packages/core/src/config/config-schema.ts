import {extrasSchema, ruleCatalogue, settingsSchema} from '../domain';
import * as z from '../zod';

const codes = Object.keys(ruleCatalogue);

/**
 * `track-inspector.config.json`: the settings that the panel exports, and what only a file can say. `schema/config.json`
 * is made from it; `readConfig` reads it.
 */
export const configSchema = z.strictObject({
  ...extrasSchema.shape,
  ...settingsSchema.shape,
  rules: z._default(z.partialRecord(z.enum(codes), z.enum(['error', 'warning', 'info', 'off'])), {}),
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
