import type {filterFields} from '../parse-filter';

export type NamedField = (typeof filterFields)[number];

/** What in the log could follow these fields, where it contains what was typed. */
export interface ValueQuestion {
  fields: readonly NamedField[];
  /** As it is searched. */
  text: string;
  /** `prop` asks for the values of this property, as it is searched; null: for the names of all. */
  property: string | null;
  /** So many of each field. */
  limit: number;
}

/** A value in the log, and how many events have it, or requests where it is about those. */
export interface FilterValue {
  field: NamedField;
  value: string;
  count: number;
}
