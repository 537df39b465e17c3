import {useComputed} from '@preact/signals';
import type {LogEntry} from '../../../store/log/log-entry';
import {useStore} from '../../store-context';

/** The replays of a request, oldest first. */
export function useReplays(sourceId: string): readonly LogEntry[] {
  const {list} = useStore();
  const replays = useComputed(() => list.entries.value.filter(({head}) => head.replay));
  return replays.value.filter(({head}) => head.replay?.sourceId === sourceId);
}
