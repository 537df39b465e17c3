import type {ReplayRecord} from '../../../../domain/capture/captured-request';

interface WayChoiceProps {
  chosen: ReplayRecord['way'];
  onChoose(way: ReplayRecord['way']): void;
  /** The number of requests without a page to be sent as. */
  withoutPage?: number;
}

/** Who sends it. */
export function WayChoice({chosen, onChoose, withoutPage = 0}: WayChoiceProps) {
  return (
    <select
      class="edit-select"
      aria-label="Way of sending"
      value={chosen}
      onChange={({currentTarget: {value}}) => onChoose(value === 'page' ? 'page' : 'extension')}
    >
      <option value="extension">From the extension</option>
      <option value="page" disabled={withoutPage > 0}>
        {withoutPage > 0 ? `As the page (not possible for ${withoutPage})` : 'As the page'}
      </option>
    </select>
  );
}
