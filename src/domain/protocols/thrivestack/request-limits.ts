/** Limits of one request to any of ThriveStack's APIs. */
export const requestLimits = {
  events: 1000,
  // "2 MB" is not defined in the documents: it may mean 2,000,000 or 2,097,152.
  bytes: {safe: 2_000_000, hard: 2_097_152, documented: '2 MB'},
} as const;
