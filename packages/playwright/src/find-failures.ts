import {type CapturedRequest, listFindings, type Verdict} from '@track-inspector/core';

export interface Failures {
  findings: ReturnType<typeof listFindings>;
  /** Requests whose body could not be captured. */
  unseen: readonly CapturedRequest[];
}

/**
 * What makes a test fail at its end: issues of this severity, and bodies that could not be captured, so that their
 * events were not checked. The codes in `allow` do not.
 */
export function findFailures(
  {verdict, unseen}: {verdict: Verdict; unseen: readonly CapturedRequest[]},
  {failOn, allow}: {failOn: 'error' | 'warning' | 'never'; allow: readonly string[]},
): Failures {
  if (failOn === 'never') return {findings: [], unseen: []};
  return {
    findings: listFindings(verdict).filter(
      ({issue: {code, severity}}) => !allow.includes(code) && (severity === 'error' || severity === failOn),
    ),
    unseen: allow.includes('missing-body') ? [] : unseen,
  };
}
