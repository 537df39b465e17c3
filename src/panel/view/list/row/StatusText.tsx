import type {LogEntry} from '../../../store/log/log-entry';

const words: Record<Exclude<LogEntry['state'], 'answered'>, string> = {
  pending: 'pending',
  queued: 'queued',
  failed: 'failed',
  unknown: 'unknown',
};

/** The status as a number, or the state of a request without a response. */
export function StatusText({entry}: {entry: LogEntry}) {
  if (entry.state !== 'answered') {
    return (
      <span
        class={entry.state === 'failed' ? 'status status-bad' : 'status'}
        title={entry.unknown ?? undefined}
      >
        {words[entry.state]}
      </span>
    );
  }
  const status = entry.answer?.status ?? 0;
  return (
    <span class={status >= 400 || status === 0 ? 'status status-bad' : 'status status-ok'}>
      {status || '—'}
    </span>
  );
}
