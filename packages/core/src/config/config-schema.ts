import {extrasSchema, ruleCatalogue, settingsSchema} from '../domain';
import * as z from '../zod';

const codes = Object.keys(ruleCatalogue);

/**
 * `track-inspector.config.json`: the settings that the panel exports, and some that only exist in the file.
 * `schema/config.json` is generated from it; `readConfig` reads it.
 */
export const configSchema = z.strictObject({
  ...extrasSchema.shape,
  ...settingsSchema.shape,
  rules: z._default(z.partialRecord(z.enum(codes), z.enum(['error', 'warning', 'info', 'off'])), {}),
});

/** `schema/config.json`. It only checks the format of rule codes, so that a new rule does not make an older schema wrong. */
export function toConfigJsonSchema(): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(configSchema, {
    io: 'input',
    override({jsonSchema}) {
      if (jsonSchema.propertyNames) jsonSchema.propertyNames = {type: 'string'};
    },
  });
}
