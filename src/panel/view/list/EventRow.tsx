import {toVerdict} from '../../store/log/log-entry';
import type {Row} from '../../store/rows/row-index';
import {EventTitle} from '../EventTitle';
import {shorten} from '../format/shorten';
import {VerdictMark} from '../VerdictMark';
import {FoldMark} from './FoldMark';
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
        <span class="row-name">
          <EventTitle event={event} maxLength={120} />
        </span>
        <IssueNote counts={event.issues} codes={event.rowCodes} />
      </div>
      <div {...toCellProps('user')}>{shorten(event.user ?? '', 80)}</div>
      <div {...toCellProps('group')}>{shorten(event.group ?? '', 80)}</div>
      <div {...toCellProps('status')} />
      <div {...toCellProps('time')} />
    </div>
  );
}
