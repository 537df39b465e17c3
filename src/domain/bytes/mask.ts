/** Replaces a credential. Has no quotes, spaces or dollar signs, so that it is safe in any shell. */
export const MASK = 'MASKED';
