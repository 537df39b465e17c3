import {useComputed} from '@preact/signals';
import {useStore} from '../store-context';
import {useLoadedOrTell} from './use-loaded';

const load = () => import('../timeline/Timeline');

/** Reserves the space of the strip from the first row on, so that nothing moves when it is loaded later. */
export function TimelinePlace() {
  const {list, settings, notices} = useStore();
  const isShown = useComputed(
    () => settings.value.value.panel.timeline && list.entries.value.length > 0,
  ).value;
  const loaded = useLoadedOrTell(load, notices.fail, isShown);
  if (!isShown) return null;
  return <div class="timeline-place">{loaded && <loaded.default />}</div>;
}
