import {isTime} from '../../../domain/capture/captured-time';

/** Local time of day as "15:51:35.059"; "" if it was not recorded or is not valid. */
export function formatTime(at: number | null): string {
  if (!isTime(at)) return '';
  const date = new Date(at);
  const [hours, minutes, seconds] = [date.getHours(), date.getMinutes(), date.getSeconds()].map(toTwo);
  return `${hours}:${minutes}:${seconds}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}

/** Local date and time as "2024-10-20 15:51:35.059"; "" if it is not valid. */
export function formatDateTime(at: number): string {
  if (!isTime(at)) return '';
  const date = new Date(at);
  return `${date.getFullYear()}-${toTwo(date.getMonth() + 1)}-${toTwo(date.getDate())} ${formatTime(at)}`;
}

/** A duration: "84 ms", "2.4 s". */
export function formatDuration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

function toTwo(value: number): string {
  return String(value).padStart(2, '0');
}
