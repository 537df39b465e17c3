import {useComputed} from '@preact/signals';
import type {ComponentType} from 'preact';
import {useEffect, useState} from 'preact/hooks';
import {useStore} from '../store-context';

/** Keeps the room of the strip from the first row on, so that nothing moves when it is loaded behind that. */
export function TimelinePlace() {
  const {list, settings, notices} = useStore();
  const isShown = useComputed(
    () => settings.value.value.panel.timeline && list.entries.value.length > 0,
  ).value;
  const [loaded, setLoaded] = useState<{Timeline: ComponentType} | null>(null);
  useEffect(() => {
    if (!isShown || loaded) return;
    import('../timeline/Timeline').then(({default: Timeline}) => setLoaded({Timeline}), notices.fail);
  }, [isShown, loaded, notices]);
  if (!isShown) return null;
  return <div class="timeline-place">{loaded && <loaded.Timeline />}</div>;
}
