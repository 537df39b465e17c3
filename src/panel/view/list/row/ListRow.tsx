import {EventRow} from './EventRow';
import {RequestRow} from './RequestRow';
import type {ListRowProps} from './to-row-props';
import {VisitRow} from './VisitRow';

export function ListRow({row, ...rest}: ListRowProps) {
  switch (row.kind) {
    case 'visit':
      return <VisitRow row={row} {...rest} />;
    case 'request':
      return <RequestRow row={row} {...rest} />;
    case 'event':
      return <EventRow row={row} {...rest} />;
  }
}
