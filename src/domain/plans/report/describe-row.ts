import {toIsoTime} from '../../capture/captured-time';
import {groupBy} from '../../group-by';
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

/**
 * The titles of rows by ID, each once: versions of a rule have the same name, and CI servers keep only one of two
 * tests with the same name.
 */
export function toRowTitles(rows: readonly CoverageRow[]): Map<string, string> {
  const byTitle = groupBy(rows, toRowTitle);
  const taken = new Map<string, number>();
  return new Map(
    rows.map((row) => {
      const title = toRowTitle(row);
      const version = row.rule?.version ?? null;
      const isShared = (byTitle.get(title)?.length ?? 0) > 1;
      const full = isShared && version !== null ? `${title} (version ${version})` : title;
      const count = (taken.get(full) ?? 0) + 1;
      taken.set(full, count);
      return [row.id, count === 1 ? full : `${full} #${count}`];
    }),
  );
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
