/** Of one request to any of ThriveStack's APIs. */
export const requestLimits = {
  events: 1000,
  // "2 MB" is defined nowhere: 2,000,000 and 2,097,152 are both meant somewhere.
  bytes: {safe: 2_000_000, hard: 2_097_152, documented: '2 MB'},
} as const;
