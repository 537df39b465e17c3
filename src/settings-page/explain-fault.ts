/** What is wrong with a field of the form, by its path in the settings. */
export type FieldFaults = ReadonlyMap<string, string>;

const sentences: readonly {path: RegExp; sentence: string}[] = [
  {path: /^capture\.maxRequests$/, sentence: 'A whole number, 10 or more.'},
  {path: /^capture\.maxBytes$/, sentence: 'A whole number of megabytes, 1 or more.'},
  {path: /^capture\.hookedOrigins\./, sentence: 'A site as https://app.example.com, without a path.'},
  {
    path: /^endpoints\.\d+\.host$/,
    sentence: 'A host as api.example.com, *.example.com or *, without https:// and path.',
  },
  {path: /^endpoints\.\d+\.path$/, sentence: 'A path that starts with /, as /api/track or /collect/*.'},
  {path: /^replay\.timeoutSeconds$/, sentence: 'A whole number from 1 to 600.'},
  {path: /^replay\.targets\.\d+\.name$/, sentence: 'A name to choose it by.'},
  {
    path: /^replay\.targets\.\d+\.baseUrl$/,
    sentence: 'An address as https://staging.example.com, with http or https and without a path.',
  },
  {
    path: /^replay\.targets\.\d+\.testHeader$/,
    sentence: 'A header as X-Test: 1, which is no credential and which the browser does not set itself.',
  },
  {
    path: /^replay\.targets\.\d+\.testProperty$/,
    sentence: 'A property as is_test: true, with one plain value, which is no credential.',
  },
];

export function toFieldPath(path: readonly PropertyKey[]): string {
  return path.map(String).join('.');
}

/** A sentence for the user: what this field takes. The schema says that it is wrong, this says what is right. */
export function explainFault(path: readonly PropertyKey[]): string {
  const field = toFieldPath(path);
  return sentences.find((one) => one.path.test(field))?.sentence ?? 'This value is not possible here.';
}
