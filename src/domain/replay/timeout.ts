/** The range of the response timeout, in seconds. */
export const timeoutLimits = {min: 1, max: 600};

/** The nearest timeout that can be chosen: a browser's timer would end at once after a number beyond its own range. */
export function toTimeout(seconds: number): number {
  return Math.min(Math.max(Math.round(seconds), timeoutLimits.min), timeoutLimits.max);
}
