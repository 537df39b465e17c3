import './help.css';
import {useLayoutEffect, useRef} from 'preact/hooks';
import {Toast} from '../frame/Toast';
import {CloseIcon} from '../icons';
import {useLayer} from '../keyboard/KeyboardScope';
import {DiagnosticsPart} from './DiagnosticsPart';
import {type HelpRow, helpSections} from './help-sections';

/** All shortcuts and filter words, by sections. */
export function HelpDialog({onClose}: {onClose(): void}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayer('help', onClose);
  useLayoutEffect(() => {
    dialog.current?.showModal();
    return () => dialog.current?.close();
  }, []);
  return (
    <dialog class="help" aria-labelledby="help-title" ref={dialog} onClose={onClose}>
      <header class="help-head">
        <h2 id="help-title">Shortcuts and filter words</h2>
        <button type="button" class="icon-button" aria-label="Close the shortcuts" onClick={onClose}>
          <CloseIcon />
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="help-sections" aria-label="All shortcuts and filter words" tabIndex={0}>
        {helpSections.map(({title, rows}) => (
          <section key={title} aria-label={title}>
            <h3>{title}</h3>
            <dl>
              {rows.map((row) => (
                <Row key={row.does} row={row} />
              ))}
            </dl>
          </section>
        ))}
        <section aria-label="Problem reports">
          <h3>Problem reports</h3>
          <DiagnosticsPart />
        </section>
      </section>
      <Toast place="help" />
    </dialog>
  );
}

function Row({row: {ways, does}}: {row: HelpRow}) {
  return (
    <div class="help-row">
      <dt>
        {ways.map((keys) => (
          <span key={keys.join(' ')} class="help-keys">
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </span>
        ))}
      </dt>
      <dd>{does}</dd>
    </div>
  );
}
