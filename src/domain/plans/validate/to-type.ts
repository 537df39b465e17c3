/** The type of JSON Schema that a value has; a number without a fraction is an integer. */
export function toType(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}
