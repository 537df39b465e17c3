import type {TimeBin} from '../../store/timeline/bin-requests';

const HEIGHT = 26;

/**
 * A bar for each part of the time: errors are filled, warnings hatched, all others light, so that they can be told
 * apart without colour.
 */
export function Bars({bins, label}: {bins: readonly TimeBin[]; label: string}) {
  const most = Math.max(1, ...bins.map(sum));
  // The minimum height, so that a single request is visible next to a thousand.
  const toHeight = (count: number) => (count === 0 ? 0 : Math.max(3, HEIGHT * Math.sqrt(count / most)));
  return (
    <svg
      class="timeline-bars"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${Math.max(1, bins.length)} ${HEIGHT}`}
      preserveAspectRatio="none"
    >
      {bins.map((bin, place) => {
        const all = sum(bin);
        if (all === 0) return null;
        const height = toHeight(all);
        const errors = (bin.errors / all) * height;
        const warnings = (bin.warnings / all) * height;
        return (
          <g key={place}>
            <Bar kind="others" place={place} from={errors + warnings} to={height} />
            <Bar kind="warnings" place={place} from={errors} to={errors + warnings} />
            <Bar kind="errors" place={place} from={0} to={errors} />
          </g>
        );
      })}
    </svg>
  );
}

function sum({errors, warnings, others}: TimeBin): number {
  return errors + warnings + others;
}

interface BarProps {
  kind: keyof TimeBin;
  place: number;
  from: number;
  to: number;
}

function Bar({kind, place, from, to}: BarProps) {
  if (to <= from) return null;
  const size = {y: HEIGHT - to, height: to - from};
  // Warnings are two narrow bars side by side, since a pattern would be stretched with the strip.
  const columns = kind === 'warnings' ? [0.1, 0.55] : [0.1];
  return columns.map((at) => (
    <rect
      key={at}
      class={`timeline-${kind}`}
      x={place + at}
      width={kind === 'warnings' ? 0.3 : kind === 'errors' ? 0.8 : 0.75}
      {...size}
    />
  ));
}
