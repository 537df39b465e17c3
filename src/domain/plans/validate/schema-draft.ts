/** The drafts of JSON Schema used in plans. */
export const schemaDrafts = ['04', '06', '07', '2019-09', '2020-12'] as const;

export type SchemaDraft = (typeof schemaDrafts)[number];

/** The draft as it is written in sentences: "7", "2020-12". */
export function showDraft(draft: SchemaDraft): string {
  return draft.replace(/^0/, '');
}

/** Whether `$schema` names a draft that we do not know. The address of the newest draft has no number. */
export function isUnknownDraft(schema: unknown): schema is string {
  return (
    typeof schema === 'string' &&
    /json-schema\.org\/.{0,200}(?:draft|\d)/i.test(schema) &&
    readSchemaDraft(schema) === null
  );
}

/**
 * The draft in `$schema`, in any spelling: with or without #, http or https, "draft-7". Null if it is unknown; the
 * address is never fetched.
 */
export function readSchemaDraft(schema: unknown): SchemaDraft | null {
  if (typeof schema !== 'string') return null;
  const [, old, year] = /draft-?0?([4567])\b|(2019-09|2020-12)/i.exec(schema) ?? [];
  if (year === '2019-09' || year === '2020-12') return year;
  // Draft 5 did not change any keyword of draft 4.
  if (old === '4' || old === '5') return '04';
  if (old === '6') return '06';
  return old === '7' ? '07' : null;
}
