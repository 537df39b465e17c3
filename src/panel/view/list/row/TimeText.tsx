import {formatTime} from '../../format/format-time';

/** Time of day; without milliseconds if the list is narrow. */
export function TimeText({at}: {at: number | null}) {
  const [seconds, fraction] = formatTime(at).split('.');
  return (
    <>
      {seconds}
      {fraction !== undefined && <span class="time-fraction">.{fraction}</span>}
    </>
  );
}
