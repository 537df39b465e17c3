import type {ColumnId} from '../../../../domain/list-columns';

export interface ColumnFacts {
  title: string;
  /** Its width in a list of the given width, unless the user has resized it; CSS pixels. */
  width(list: number): number;
  /** The columns with the highest weight stay longest if the list is narrow. */
  weight: number;
}

/** Below this width of the list, times have no milliseconds, and columns are narrower (list.css). */
export const NARROW_LIST = 560;

/** All columns besides the event's, which has the remaining width. */
export const columnTable: Readonly<Record<ColumnId, ColumnFacts>> = {
  type: {title: 'Type', width: () => 70, weight: 3},
  user: {title: 'User', width: toShare, weight: 5},
  group: {title: 'Group', width: toShare, weight: 4},
  host: {title: 'Host', width: toShare, weight: 1},
  page: {title: 'Page', width: toShare, weight: 0},
  status: {title: 'Status', width: () => 72, weight: 7},
  size: {title: 'Size', width: () => 70, weight: 2},
  time: {title: 'Time', width: (list) => (list > NARROW_LIST ? 100 : 74), weight: 6},
};

function toShare(list: number): number {
  return list > NARROW_LIST ? Math.max(60, list * 0.15) : Math.max(50, list * 0.18);
}
