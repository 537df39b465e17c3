import type * as z from '../zod';

const kinds: Readonly<Record<string, string>> = {
  string: 'a text in double quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in square brackets',
  object: 'an object in braces',
  record: 'an object in braces',
};

/** The required format of a setting's text, by name. */
const formats: Readonly<Record<string, string>> = {
  mask: 'a JSON Pointer, such as "/properties/price"',
  host: 'a host, such as "*.example.com"',
  path: 'a path that starts with "/"',
  baseUrl: 'an address without a path, such as "https://staging.example.com"',
  testHeader: 'a header, such as "X-Test: 1"',
  testProperty: 'a property, such as "is_test: true"',
};

/** The fault of a value, and the allowed values, as far as its schema says. */
export function describeWrong(issue: z.core.$ZodIssue): string {
  const allowed = toAllowed(issue);
  return `This value is not valid here.${allowed === null ? '' : ` Use ${allowed}.`}`;
}

function toAllowed(issue: z.core.$ZodIssue): string | null {
  switch (issue.code) {
    case 'invalid_value':
      return issue.values.map((value) => JSON.stringify(value)).join(', ');
    case 'invalid_type':
      return kinds[issue.expected] ?? null;
    case 'too_small':
      if (issue.origin === 'string') return 'at least one character';
      return issue.origin === 'array' ? 'at least one entry' : `${issue.minimum} or more`;
    case 'too_big':
      return `${issue.maximum} or less`;
    case 'invalid_format':
    case 'custom':
      return formats[String(issue.path.findLast((token) => typeof token === 'string'))] ?? null;
    default:
      return null;
  }
}
