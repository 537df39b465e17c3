import './timeline.css';
import {useLayoutEffect, useMemo, useRef} from 'preact/hooks';
import {readTimeRange, type TimeRange, writeTimeRange} from '../../store/filter/time-words';
import {binRequests, type TimeBin, type TimeSpan, toTimeSpan} from '../../store/timeline/bin-requests';
import {countOf, formatCount} from '../format/format-count';
import {formatTime} from '../format/format-time';
import {useSize} from '../frame/use-size';
import {CloseIcon} from '../icons';
import {useStore} from '../store-context';
import {Bars} from './Bars';
import {Thumb} from './Thumb';
import {useBrush} from './use-brush';

/** One bar per this number of pixels. */
const BAR = 6;

/** Requests over time, by their most severe problem. Selecting a range filters the list with `after:` and `before:`. */
export default function Timeline() {
  const {list, filter} = useStore();
  const entries = list.entries.value;
  const frame = useRef<HTMLDivElement>(null);
  const {width} = useSize(frame);
  const span = useMemo(() => toTimeSpan(entries), [entries]);
  const count = Math.max(1, Math.floor(width / BAR));
  const bins = useMemo(() => (span ? binRequests(entries, span, count) : []), [entries, span, count]);
  const chosen = readTimeRange(filter.text.value);
  const choose = (range: TimeRange | null) => filter.setText(writeTimeRange(filter.text.peek(), range));
  const brush = useBrush(frame, {span, count}, choose);
  const range = brush.range ?? chosen;
  const starting = useRef(false);
  // The pressed button has given way to both ends of the range.
  useLayoutEffect(() => {
    if (starting.current && chosen) frame.current?.querySelector<HTMLElement>('[role=slider]')?.focus();
    starting.current = false;
  }, [chosen !== null]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset needs a legend that is seen
    <div class="timeline" role="group" aria-label="Requests over time">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: for the pointer; the thumbs have the keys */}
      <div class="timeline-frame" ref={frame} {...brush.events} onDblClick={() => choose(null)}>
        <Bars bins={bins} label={span ? toLabel(bins, entries.length, span) : 'no requests'} />
        {span && range && <Chosen span={span} range={range} choose={choose} />}
      </div>
      {chosen && (
        <button
          type="button"
          class="icon-button timeline-clear"
          aria-label="Show all times"
          title="Show all times"
          onClick={() => choose(null)}
        >
          <CloseIcon />
        </button>
      )}
      {span && !chosen && (
        <button
          type="button"
          class="timeline-start hidden-until-focus"
          onClick={() => {
            starting.current = true;
            choose({from: span.from, to: span.to});
          }}
        >
          Choose a time range
        </button>
      )}
    </div>
  );
}

/** Imports and old pinned requests may be outside of the span. */
function toLabel(bins: readonly TimeBin[], requests: number, {from, to}: TimeSpan): string {
  const within = bins.reduce((sum, {errors, warnings, others}) => sum + errors + warnings + others, 0);
  const rest = requests > within ? `, ${formatCount(requests - within)} at other times` : '';
  return `${countOf(within, 'request')} from ${formatTime(from)} to ${formatTime(to)}${rest}`;
}

interface ChosenProps {
  span: TimeSpan;
  range: TimeRange;
  choose(range: TimeRange): void;
}

/** The selected range: everything outside is dimmed, both ends can be moved with keys. */
function Chosen({span, range, choose}: ChosenProps) {
  const length = span.to - span.from;
  const toPercent = (at: number) => Math.min(100, Math.max(0, ((at - span.from) / length) * 100));
  const [left, right] = [toPercent(range.from), toPercent(range.to)];
  return (
    <>
      <span class="timeline-dim" style={{left: 0, width: `${left}%`}} />
      <span class="timeline-dim" style={{left: `${right}%`, right: 0}} />
      <Thumb
        name="From"
        place={left}
        at={range.from}
        bounds={{from: span.from, to: range.to}}
        step={length / 100}
        onMove={(from) => choose({...range, from})}
      />
      <Thumb
        name="To"
        place={right}
        at={range.to}
        bounds={{from: range.from, to: span.to}}
        step={length / 100}
        onMove={(to) => choose({...range, to})}
      />
    </>
  );
}
