import type {ComponentType} from 'preact';
import {useLayoutEffect, useState} from 'preact/hooks';
import type {PanelStore} from '../../store/create-panel-store';
import {Hint} from '../detail/event/Hint';
import {useLayer} from '../keyboard/KeyboardScope';
import {useStore} from '../store-context';

type Loaded =
  | {state: 'loading'}
  | {state: 'failed'; reason: string}
  | {state: 'ready'; View: ComponentType<{store: PanelStore}>};

/** Once it is there, it opens without a moment of waiting. */
let known: Loaded = {state: 'loading'};

/** Which events were seen, and which were right: loaded when somebody opens it. */
export function LazyCoverage() {
  const store = useStore();
  const [loaded, setLoaded] = useState(known);
  useLayer('coverage', () => {
    store.coverage.opened.value = false;
  });
  useLayoutEffect(() => {
    if (loaded.state === 'ready') return;
    import('./CoverageView').then(
      ({CoverageView}) => {
        known = {state: 'ready', View: CoverageView};
        setLoaded(known);
      },
      (error: unknown) => setLoaded({state: 'failed', reason: String(error)}),
    );
  }, []);
  switch (loaded.state) {
    case 'loading':
      return <Hint title="Opening coverage…" text="It is loaded when it is first used." />;
    case 'failed':
      return (
        <Hint
          title="Coverage could not be loaded"
          text={`${loaded.reason}. If the extension was updated, close and reopen DevTools.`}
        />
      );
    case 'ready':
      return <loaded.View store={store} />;
  }
}
