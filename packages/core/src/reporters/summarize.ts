import type {Verdict} from '../judge/verdict';

/** "2 requests with 3 events: 1 error, 0 warnings, 0 infos". */
export function summarize({summary}: Pick<Verdict, 'summary'>): string {
  const {requests, events, errors, warnings, infos} = summary;
  const found = [count(errors, 'error'), count(warnings, 'warning'), count(infos, 'info')].join(', ');
  return `${count(requests, 'request')} with ${count(events, 'event')}: ${found}`;
}

/** "1 event", "2 events". */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
