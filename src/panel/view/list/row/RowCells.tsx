import type {ComponentChildren} from 'preact';
import type {ColumnId} from '../../../../domain/list-columns';
import type {EventSummary, LogEntry} from '../../../store/log/log-entry';
import {toHost} from '../../../store/log/to-host';
import {formatBytes} from '../../format/format-bytes';
import {shorten} from '../../format/shorten';
import {StatusText} from './StatusText';
import {TimeText} from './TimeText';
import {toCellProps} from './to-row-props';

interface RowCellsProps {
  columns: readonly ColumnId[];
  /** The event of the row; null: it is a batch, or could not be read. */
  event: EventSummary | null;
  /** The request, if the row represents it as well; null in the row of one event of a batch. */
  request: LogEntry | null;
}

type WriteCell = (event: EventSummary | null, request: LogEntry | null) => ComponentChildren;

const MAX_TEXT = 80;

const cells: Readonly<Record<ColumnId, WriteCell>> = {
  type: (event) => event?.type,
  user: (event) => shorten(event?.user ?? '', MAX_TEXT),
  group: (event) => shorten(event?.group ?? '', MAX_TEXT),
  host: (_, request) => request && shorten(toHost(request.head.url) ?? '', MAX_TEXT),
  page: (_, request) => request?.page && shorten(request.page, MAX_TEXT),
  status: (_, request) => request && <StatusText entry={request} />,
  size: (_, request) => request?.size.bytes != null && formatBytes(request.size.bytes),
  time: (_, request) => request && <TimeText at={request.head.startedAt} />,
};

/** The cells of a row besides the event's own, in the order of the columns. */
export function RowCells({columns, event, request}: RowCellsProps) {
  return (
    <>
      {columns.map((column) => (
        <div key={column} {...toCellProps(column)}>
          {cells[column](event, request)}
        </div>
      ))}
    </>
  );
}
