/** The placeholders that are made of letters alone: an id that is generated for a test must be none of them. */
export const placeholderWords: ReadonlySet<string> = new Set([
  ...['undefined', 'null', 'nan', 'none', 'nil'],
  ...['unknown', 'anonymous', 'unassigned', 'default', 'test'],
]);
