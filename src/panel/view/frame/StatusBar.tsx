import type {Connection} from '../../store/create-connection';
import type {Totals} from '../../store/log/create-totals';
import {countOfAll, formatCount} from '../format/format-count';
import {useStore} from '../store-context';
import {PageHookSwitch} from './PageHookSwitch';

const states: Record<Connection['state'], string> = {
  connecting: 'connecting…',
  live: 'on',
  'not-permitted': 'off for this site',
  updated: 'extension updated',
  'no-answer': 'not responding',
  'storage-trouble': 'storage error',
};

const nouns: readonly [key: keyof Totals, noun: string][] = [
  ['requests', 'request'],
  ['events', 'event'],
  ['errors', 'error'],
  ['warnings', 'warning'],
];

/** The counts of listed and captured requests, and the state of capturing. */
export function StatusBar() {
  const {totals, passed, dropped, connection, settings} = useStore();
  const all = totals.value;
  const shown = passed.value;
  const {state} = connection.connection.value;
  const recording = settings.value.value.panel.recording;
  const parts = [
    ...nouns.map(([key, noun]) => countOfAll({shown: shown[key], all: all[key]}, noun)),
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
