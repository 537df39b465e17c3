import {isJsonObject} from '../json/json-value';
import type * as z from '../zod';

/** The members of a value, at any depth, that are not in its schema. */
export function listUnknown(
  value: unknown,
  schema: z.core.$ZodType,
  path: readonly PropertyKey[] = [],
): PropertyKey[][] {
  const {def} = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'default':
    case 'optional':
      return listUnknown(value, def.innerType, path);
    case 'array':
      return Array.isArray(value)
        ? value.flatMap((item, index) => listUnknown(item, def.element, [...path, index]))
        : [];
    case 'union':
      return isJsonObject(value) ? def.options.flatMap((option) => listUnknown(value, option, path)) : [];
    case 'object':
      return isJsonObject(value)
        ? Object.entries(value).flatMap(([name, member]) => {
            const own = Object.hasOwn(def.shape, name) ? def.shape[name] : undefined;
            return own === undefined ? [[...path, name]] : listUnknown(member, own, [...path, name]);
          })
        : [];
    default:
      return [];
  }
}
