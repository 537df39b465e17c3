import type {Positions} from './positions';
import {noPositions, toPositions} from './positions';
import {toSearchable} from './to-searchable';

/**
 * One text of each event of a request, each stored once and in the form used for searching: a batch has few names and
 * fewer users.
 */
export interface Column {
  readonly values: readonly string[];
  /** The index of each event's text in `values`. */
  readonly places: Uint32Array;
}

export function toColumn(texts: readonly (string | null)[]): Column {
  const known = new Map<string, number>();
  const places = new Uint32Array(texts.length);
  texts.forEach((text, event) => {
    const value = text ?? '';
    const place = known.get(value) ?? known.size;
    known.set(value, place);
    places[event] = place;
  });
  return {values: [...known.keys()].map((value) => toSearchable(value)), places};
}

/** The events whose text contains the value, which is in the form used for searching and not empty. */
export function findInColumn({values, places}: Column, value: string): Positions {
  const holds = values.map((text) => text.includes(value));
  if (!holds.includes(true)) return noPositions;
  if (!holds.includes(false)) return 'all';
  return toPositions(places.length, (event) => holds[places[event] ?? 0] === true);
}
