/** The fault of a form field, by its path in the settings. */
export type FieldFaults = ReadonlyMap<string, string>;

const sentences: readonly {path: RegExp; sentence: string}[] = [
  {path: /^capture\.maxRequests$/, sentence: 'Enter a whole number, 10 or more.'},
  {path: /^capture\.maxBytes$/, sentence: 'Enter a whole number of megabytes, 1 or more.'},
  {path: /^capture\.hookedOrigins\./, sentence: 'Enter a site like https://app.example.com, without a path.'},
  {
    path: /^endpoints\.\d+\.host$/,
    sentence: 'Enter a host like api.example.com, *.example.com or *, without https:// and path.',
  },
  {
    path: /^endpoints\.\d+\.path$/,
    sentence: 'Enter a path that starts with /, like /api/track or /collect/*.',
  },
  {path: /^replay\.timeoutSeconds$/, sentence: 'Enter a whole number from 1 to 600.'},
  {path: /^replay\.targets\.\d+\.name$/, sentence: 'Enter a name.'},
  {
    path: /^replay\.targets\.\d+\.baseUrl$/,
    sentence: 'Enter an address like https://staging.example.com, with http or https and without a path.',
  },
  {
    path: /^replay\.targets\.\d+\.testHeader$/,
    sentence: 'Enter a header like X-Test: 1. It must not be a credential or a header that the browser sets.',
  },
  {
    path: /^replay\.targets\.\d+\.testProperty$/,
    sentence: 'Enter a property like is_test: true, with a single value. It must not be a credential.',
  },
];

export function toFieldPath(path: readonly PropertyKey[]): string {
  return path.map(String).join('.');
}

/** A sentence for the user about the values that this field accepts. The schema only finds the fault. */
export function explainFault(path: readonly PropertyKey[]): string {
  const field = toFieldPath(path);
  return sentences.find((one) => one.path.test(field))?.sentence ?? 'This value is not valid.';
}
