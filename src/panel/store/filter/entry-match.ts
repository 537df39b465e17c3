import type {Positions} from '../search/positions';

/** The rows of an entry that pass a filter: its own row, and those of its events (by index). */
export interface EntryMatch {
  request: boolean;
  events: Positions;
}

export type SeverityFilter = 'all' | 'errors' | 'warnings';

export const everything: EntryMatch = {request: true, events: 'all'};
