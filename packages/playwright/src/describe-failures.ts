import type {TestInfo} from '@playwright/test';
import {type CapturedRequest, type listFindings, maskUrl, toSafeText} from '@track-inspector/core';
import {listNotes} from './notes';

/**
 * A line for each issue and for each request that could not be checked, then what of the plans is not checked; none if
 * there are no issues and everything was captured.
 */
export function describeFailure(
  findings: ReturnType<typeof listFindings>,
  unseen: readonly CapturedRequest[],
  info: Pick<TestInfo, 'annotations'>,
): string[] {
  const lines = [...findings.map(describeIssue), ...unseen.map(describeUnseen)];
  return lines.length === 0 ? [] : [...lines, ...listNotes(info)];
}

function describeIssue({issue, event}: ReturnType<typeof listFindings>[number]): string {
  return toSafeText(`  ${event ?? 'request'} ${issue.pointer}: ${issue.message} (${issue.code})`);
}

function describeUnseen({method, url}: CapturedRequest): string {
  return toSafeText(`  ${method} ${maskUrl(url)}: the body of this request could not be captured.`);
}
