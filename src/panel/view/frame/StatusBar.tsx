import type {Connection} from '../../store/create-connection';
import {countOf, formatCount} from '../format/format-count';
import {useStore} from '../store-context';
import {PageHookSwitch} from './PageHookSwitch';
import {useOncePerFrame} from './use-once-per-frame';

const states: Record<Connection['state'], string> = {
  connecting: 'connecting…',
  live: 'on',
  'not-permitted': 'off for this site',
  updated: 'extension updated',
  'no-answer': 'not responding',
  'storage-trouble': 'storage error',
};

/** What was captured, in numbers, and how capturing stands. */
export function StatusBar() {
  const {totals, dropped, connection, settings} = useStore();
  const {requests, events, errors, warnings} = useOncePerFrame(totals);
  const {state} = connection.connection.value;
  const recording = settings.value.value.panel.recording;
  const parts = [
    countOf(requests, 'request'),
    countOf(events, 'event'),
    countOf(errors, 'error'),
    countOf(warnings, 'warning'),
    ...(dropped.value > 0 ? [`${formatCount(dropped.value)} oldest dropped`] : []),
  ];
  return (
    <footer class="status-bar">
      <span class="status-counts">{parts.join(' · ')}</span>
      <span class="status-sources">
        <PageHookSwitch />
        <span class="status-capture" data-state={recording ? state : 'paused'}>
          <span class="status-dot" aria-hidden="true" />
          background capture: {recording ? states[state] : 'paused'}
        </span>
      </span>
    </footer>
  );
}
