let last = 0;

/**
 * A new ID. The log sorts records of one millisecond by their IDs, so those that one context creates sort in the order in
 * which they were created: session rules depend on what was sent first.
 */
export function createRecordId(): string {
  last = Math.max(last + 1, Date.now() * 1_000);
  return `${last.toString(36)}-${crypto.randomUUID()}`;
}
