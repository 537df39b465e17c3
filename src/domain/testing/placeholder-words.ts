/** The placeholders that consist of letters: IDs generated for a test must not be one of them. */
export const placeholderWords: ReadonlySet<string> = new Set([
  ...['undefined', 'null', 'nan', 'none', 'nil'],
  ...['unknown', 'anonymous', 'unassigned', 'default', 'test'],
]);
