import {useState} from 'preact/hooks';
import {toDiagnostics} from '../../../domain/export/diagnostics';
import type {PanelStore} from '../../store/create-panel-store';
import {useStore} from '../store-context';

/** For a report about this extension: shows what will be copied. */
export function DiagnosticsPart() {
  const store = useStore();
  const [text, setText] = useState<string | null>(null);

  async function copy(shown: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(shown);
      store.notices.tell('Copied the diagnostics.');
    } catch (error) {
      store.notices.fail(error);
    }
  }

  if (text === null) {
    return (
      <button
        type="button"
        class="button"
        onClick={() => readDiagnostics(store).then(setText, store.notices.fail)}
      >
        Show diagnostics
      </button>
    );
  }
  return (
    <>
      <pre class="help-diagnostics">{text}</pre>
      <button type="button" class="button" onClick={() => void copy(text)}>
        Copy diagnostics
      </button>
    </>
  );
}

async function readDiagnostics(store: PanelStore): Promise<string> {
  const {requests, events, errors, warnings} = store.totals.peek();
  return toDiagnostics({
    version: store.dependencies.version,
    browser: navigator.userAgent,
    capture: store.connection.connection.peek().state,
    settings: store.settings.value.peek(),
    granted: await store.dependencies.permissions.granted(),
    isRead: store.list.loaded.peek(),
    counts: {requests, events, errors, warnings, dropped: store.dropped.peek()},
  });
}
