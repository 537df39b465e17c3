import {type listFindings, maskUrl, toSafeText} from '@track-inspector/core';
import type {Tracking} from './tracking';

/** A line for each issue, for the report of a failed test. */
export function describeIssues(findings: ReturnType<typeof listFindings>): string[] {
  return findings.map(({issue, event}) =>
    toSafeText(`  ${event ?? 'request'} ${issue.pointer}: ${issue.message} (${issue.code})`),
  );
}

/** A line for each request that could not be checked. */
export function describeUnseen(tracking: Tracking): string[] {
  return tracking
    .incomplete()
    .map(({method, url}) =>
      toSafeText(`  ${method} ${maskUrl(url)}: the body of this request could not be captured.`),
    );
}
