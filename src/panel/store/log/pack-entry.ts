import type {EventSummary, LogEntry} from './log-entry';

/** A row as sent by the judge. */
export type PackedEntry = Omit<LogEntry, 'events'> & {
  readonly events: readonly EventSummary[] | PackedEvents;
};

/** The events of a large batch as numbers: copying each as an object costs the panel's thread ten times as much. */
export interface PackedEvents {
  /** The values of the events, each once. */
  readonly values: readonly unknown[];
  /** For each event its index, and then for each of `keys` the index in `values`. */
  readonly places: Uint32Array;
}

const keys = ['type', 'name', 'user', 'group', 'issues', 'codes', 'rowCodes'] as const;
const WIDTH = keys.length + 1;
/** For fewer events this is not faster. */
const MANY = 5;

export function packEntry(entry: LogEntry): PackedEntry {
  return entry.events.length < MANY ? entry : {...entry, events: packEvents(entry.events)};
}

export function unpackEntry(entry: PackedEntry): LogEntry {
  const {events} = entry;
  return 'places' in events ? {...entry, events: unpackEvents(events)} : {...entry, events};
}

function packEvents(events: readonly EventSummary[]): PackedEvents {
  const known = new Map<unknown, number>();
  const places = new Uint32Array(events.length * WIDTH);
  let next = 0;
  for (const event of events) {
    places[next++] = event.index;
    for (const key of keys) {
      const value = event[key];
      const place = known.get(value) ?? known.size;
      known.set(value, place);
      places[next++] = place;
    }
  }
  return {values: [...known.keys()], places};
}

function unpackEvents({values, places}: PackedEvents): EventSummary[] {
  const events: EventSummary[] = [];
  for (let at = 0; at < places.length; at += WIDTH) {
    const of = (key: number) => values[places[at + 1 + key] ?? 0];
    // Written there by `packEvents`, in the order of `keys`.
    events.push({
      index: places[at] ?? 0,
      type: of(0) as EventSummary['type'],
      name: of(1) as EventSummary['name'],
      user: of(2) as EventSummary['user'],
      group: of(3) as EventSummary['group'],
      issues: of(4) as EventSummary['issues'],
      codes: of(5) as EventSummary['codes'],
      rowCodes: of(6) as EventSummary['rowCodes'],
    });
  }
  return events;
}
