/** Stands where a credential was. Without quotes, spaces or dollars, so that it survives any shell. */
export const MASK = 'MASKED';
