import {toIsoTime} from '../../capture/captured-time';
import {countOf} from '../../verdict/format-count';
import type {CoverageRow, Grade} from '../coverage/coverage-row';
import type {UnseenReason} from '../coverage/explain-unseen';

export const gradeWords: Record<Grade, string> = {
  'always-right': 'always right',
  'sometimes-wrong': 'sometimes wrong',
  'never-right': 'never right',
  'never-seen': 'never seen',
  unplanned: 'unplanned',
};

/** The title of a row: "Signed Up", "identify", "page Home". */
export function toRowTitle({call, name}: Pick<CoverageRow, 'call' | 'name'>): string {
  if (name === null) return call;
  return call === 'track' ? name : `${call} ${name}`;
}

/** A sentence about why a rule may not have seen an event. */
export function describeReason(reason: UnseenReason): string {
  switch (reason.kind) {
    case 'near-name':
      return `“${reason.name}” was seen instead (${countOf(reason.seen, 'time')}).`;
    case 'other-call':
      return `It was seen as a call of type ${reason.call} (${countOf(reason.seen, 'time')}).`;
    case 'other-host':
      return `It was sent to ${reason.hosts.join(', ')}, which the plan does not cover.`;
    case 'deprecated':
      return 'It is deprecated in the plan.';
  }
}

/** "12.5 %"; empty if no event was seen. */
export function toShare({seen, faulty}: Pick<CoverageRow, 'seen' | 'faulty'>): string {
  return seen === 0 ? '' : `${Math.round((faulty / seen) * 1000) / 10} %`;
}

export function toTimeText(time: number | null): string {
  return toIsoTime(time) ?? '';
}
