import {toVerdict} from '../../../store/log/log-entry';
import type {Row} from '../../../store/rows/row-index';
import {EventTitle} from '../../EventTitle';
import {VerdictMark} from '../../VerdictMark';
import {FoldMark} from './FoldMark';
import {GoldenMark} from './GoldenMark';
import {RowCells} from './RowCells';
import {IssueNote} from './RowNote';
import {type ListRowProps, toCellProps, toRowProps} from './to-row-props';

/** One event of a batch. */
export function EventRow(props: ListRowProps<Extract<Row, {kind: 'event'}>>) {
  const event = props.row.entry.events[props.row.event];
  if (!event) return <div {...toRowProps(props)} />;
  return (
    <div {...toRowProps(props)}>
      <div {...toCellProps('event')}>
        <FoldMark folded={null} />
        <VerdictMark verdict={toVerdict(event.issues, true)} />
        <GoldenMark row={{id: props.row.entry.id, event: props.row.event}} />
        <span class="row-name">
          <EventTitle event={event} maxLength={120} />
        </span>
        <IssueNote counts={event.issues} codes={event.rowCodes} />
      </div>
      <RowCells columns={props.columns} event={event} request={null} />
    </div>
  );
}
