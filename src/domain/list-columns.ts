import * as z from './zod';

/** Columns of the list besides the event's, in display order. */
export const columnIds = ['type', 'user', 'group', 'host', 'page', 'status', 'size', 'time'] as const;
export type ColumnId = (typeof columnIds)[number];

/** What the list can be sorted by. */
export const sortIds = ['event', ...columnIds] as const;
export type SortId = (typeof sortIds)[number];

/** Limits of a column's width, in CSS pixels. */
export const MIN_COLUMN = 40;
export const MAX_COLUMN = 1_000;

const width = z.number().check(z.minimum(MIN_COLUMN), z.maximum(MAX_COLUMN));

export const columnSettings = {
  columns: z._default(z.array(z.enum(columnIds)), ['user', 'group', 'status', 'time']),
  /** Widths of the columns that the user has resized. */
  columnWidths: z._default(z.partialRecord(z.enum(columnIds), width), {}),
  /** Null: in the order of sending. */
  sort: z._default(z.nullable(z.object({by: z.enum(sortIds), descending: z.boolean()})), null),
};
