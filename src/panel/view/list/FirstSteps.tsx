import {useEffect} from 'preact/hooks';
import type {PanelStore} from '../../store/create-panel-store';
import {AllowCapture} from '../frame/AllowCapture';
import {useStore} from '../store-context';

/** Shown before the first request: what the panel does, and how to start. Once seen or dismissed, it is not shown again. */
export function FirstSteps() {
  const store = useStore();
  const {list} = store;
  useEffect(() => {
    // The first request replaces it.
    return () => {
      if (list.entries.peek().length > 0) putAway(store);
    };
  }, [store, list]);
  return (
    <section class="hint first-steps" aria-labelledby="first-steps-title">
      <h2 class="hint-title" id="first-steps-title">
        Nothing captured yet
      </h2>
      <p class="hint-text">
        The events that this page sends to ThriveStack, Segment or journy.io appear here. Each is checked, and
        you can correct and resend it.
      </p>
      <Start />
      <button type="button" class="link" onClick={() => putAway(store)}>
        Do not show this again
      </button>
    </section>
  );
}

/** One button at a time: the permission, then the reload. */
function Start() {
  const {connection, dependencies} = useStore();
  const now = connection.connection.value;
  if (now.state === 'not-permitted') {
    return (
      <>
        <p class="hint-text">
          Without permission for {now.site}, only the requests that DevTools shows are captured. Requests that
          are sent before DevTools opens, while a page unloads, or by workers are missing.
        </p>
        <AllowCapture />
      </>
    );
  }
  return (
    <>
      <p class="hint-text">Reload the page to capture what it sends from the start.</p>
      <button type="button" class="button" onClick={() => dependencies.reloadPage()}>
        Reload the page
      </button>
    </>
  );
}

function putAway({settings}: PanelStore): void {
  settings.change((now) => ({...now, panel: {...now.panel, welcomed: true}}));
}
