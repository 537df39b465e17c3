import type {filterFields} from '../parse-filter';

export type NamedField = (typeof filterFields)[number];

/** Values in the log for these fields that contain the typed text. */
export interface ValueQuestion {
  fields: readonly NamedField[];
  /** In the form used for searching. */
  text: string;
  /** `prop` requests the values of this property, in the form used for searching; null: the names of all. */
  property: string | null;
  /** The maximum number for each field. */
  limit: number;
}

/** A value in the log, and the number of events with it, or of requests for fields about requests. */
export interface FilterValue {
  field: NamedField;
  value: string;
  count: number;
}
