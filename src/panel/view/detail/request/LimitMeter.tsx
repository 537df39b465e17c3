import type {Inspection} from '../../../../domain/verdict/inspection';
import {formatBytes, formatOfLimit} from '../../format/format-bytes';
import {countOf, formatCount} from '../../format/format-count';

/** "1,001 / 1,000 events · 0.3 / 2 MB", with a bar each; exceeding the limit is also written as text. */
export function LimitMeter({size}: {size: Inspection['size']}) {
  const {events, bytes, maxEvents, maxBytes} = size;
  return (
    <div class="meters">
      {maxEvents === null ? (
        <span class="meter">{countOf(events, 'event')}</span>
      ) : (
        <Meter
          label="Events"
          share={events / maxEvents}
          text={`${formatCount(events)} / ${formatCount(maxEvents)} events`}
        />
      )}
      {bytes !== null && maxBytes !== null && (
        <Meter label="Size" share={bytes / maxBytes} text={formatOfLimit(bytes, maxBytes)} />
      )}
      {bytes !== null && maxBytes === null && <span class="meter">{formatBytes(bytes)}</span>}
    </div>
  );
}

interface MeterProps {
  label: string;
  share: number;
  text: string;
}

function Meter(props: MeterProps) {
  const {share, text} = props;
  const over = share > 1;
  return (
    <div class="meter" data-over={over} {...toMeterProps(props)}>
      <span class="meter-bar">
        <span class="meter-fill" style={{width: `${Math.min(100, share * 100)}%`}} />
      </span>
      <span class="meter-text">
        {text}
        {over && ' · over the limit'}
      </span>
    </div>
  );
}

/** A <meter> can't be styled the same in both browsers. */
function toMeterProps({label, share, text}: MeterProps) {
  return {
    role: 'meter' as const,
    'aria-label': label,
    'aria-valuemin': 0,
    'aria-valuemax': 100,
    'aria-valuenow': Math.min(100, Math.round(share * 100)),
    'aria-valuetext': share > 1 ? `${text}, over the limit` : text,
  };
}
