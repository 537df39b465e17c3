import type {Positions} from '../search/positions';

/** Which rows of an entry pass a filter: its own, and those of its events (by index). */
export interface EntryMatch {
  request: boolean;
  events: Positions;
}

export type SeverityFilter = 'all' | 'errors' | 'warnings';

export const everything: EntryMatch = {request: true, events: 'all'};
