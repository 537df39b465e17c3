import {readPageHook, setPageHook} from '../../store/page-hook-switch';
import {useStore} from '../store-context';

/** Off by default, one switch per site; hidden if the background has no access to the site anyway. */
export function PageHookSwitch() {
  const store = useStore();
  const hook = readPageHook(store);
  if (hook === null) return null;
  return (
    <button
      type="button"
      class="status-switch"
      role="switch"
      aria-checked={hook.on}
      aria-label="Page hook"
      title="Adds a small script to the page. It captures bodies that the browser does not show, such as Blobs sent while a page unloads, and requests that the page’s CSP blocked."
      onClick={() => setPageHook(store, hook.site, !hook.on)}
    >
      page hook: {hook.on ? 'on' : 'off'}
    </button>
  );
}
