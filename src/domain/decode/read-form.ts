import type {BodyFinding, FormEncoding} from './body-finding';
import type {BodyReading} from './body-reading';

/** A form, by its fields; a field that contains JSON does not make it a JSON body. */
export function readForm(
  fields: Record<string, string[]>,
  encoding: FormEncoding,
  text: string | null,
): BodyReading & {kind: 'form'} {
  const entries = Object.entries(fields);
  const [only] = entries;
  const jsonField = entries.length === 1 && only && only[1].some(isJsonContainer) ? only[0] : null;
  const finding: BodyFinding = {code: 'form-body', encoding, fields: entries.length, jsonField};
  return {kind: 'form', fields, text, findings: [finding]};
}

/** The fields of `application/x-www-form-urlencoded` text; keys such as `__proto__` are fields like any other. */
export function parseUrlEncoded(text: string): Record<string, string[]> {
  const fields = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(text)) {
    const values = fields.get(name);
    if (values) values.push(value);
    else fields.set(name, [value]);
  }
  return Object.fromEntries(fields);
}

/** Whether a field's value is JSON that could be a body. */
export function isJsonContainer(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    // Looks like JSON but is not: then it is a normal field.
    return false;
  }
}
