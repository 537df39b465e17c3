import type {TimeSpan} from '../../store/timeline/bin-requests';
import {formatTime} from '../format/format-time';

interface ThumbProps {
  name: string;
  /** In percent of the strip. */
  place: number;
  /** Its time, and the range of times it can move in, in milliseconds since the epoch. */
  at: number;
  bounds: TimeSpan;
  step: number;
  onMove(at: number): void;
}

/** One end of the selected range: arrows move it, Page moves it further, Home and End to the end. */
export function Thumb({name, place, at, bounds, step, onMove}: ThumbProps) {
  const moves: Record<string, number> = {
    ArrowLeft: at - step,
    ArrowDown: at - step,
    ArrowRight: at + step,
    ArrowUp: at + step,
    PageDown: at - 10 * step,
    PageUp: at + 10 * step,
    Home: bounds.from,
    End: bounds.to,
  };
  return (
    <span
      class="timeline-thumb"
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-valuemin={bounds.from}
      aria-valuemax={bounds.to}
      aria-valuenow={at}
      aria-valuetext={formatTime(at)}
      style={{left: `${place}%`}}
      onKeyDown={(event) => {
        const to = moves[event.key];
        if (to === undefined) return;
        event.preventDefault();
        onMove(Math.min(bounds.to, Math.max(bounds.from, to)));
      }}
    />
  );
}
