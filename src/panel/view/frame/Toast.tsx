import {useEffect, useLayoutEffect, useRef, useState} from 'preact/hooks';
import {escapeHidden} from '../../../domain/bytes/hidden-characters';
import {CloseIcon, InfoIcon, WarningIcon} from '../icons';
import {useLayer} from '../keyboard/KeyboardScope';
import {useStore} from '../store-context';

/** Long enough to read two sentences; errors and messages with a link stay longer. */
const SHOWN_MS = 6_000;
const SHOWN_LONGER_MS = 15_000;

interface ToastProps {
  /** A dialog covers what is behind it, so it has its own place for messages. */
  place: 'panel' | 'help';
}

/** The result of the last action. It disappears automatically, except while the pointer or the focus is on it. */
export function Toast({place}: ToastProps) {
  const {helping} = useStore();
  return helping.value === (place === 'help') ? <ToastPlace /> : null;
}

function ToastPlace() {
  const {notices} = useStore();
  const notice = notices.current.value;
  const [held, setHeld] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const before = useRef<EventTarget | null>(null);
  useLayer('message', notices.close, held && notice !== null);
  // A removed message no longer has pointer or focus, and neither it nor its link must take the focus along.
  useLayoutEffect(() => {
    const isLost = before.current !== null && document.activeElement === document.body;
    if (notice !== null && !isLost) return;
    setHeld(notice !== null && place.current?.matches(':hover') === true);
    if (isLost && before.current instanceof HTMLElement) before.current.focus();
    before.current = null;
  }, [notice]);
  useEffect(() => {
    if (notice === null || held) return;
    const shownMs = notice.kind === 'error' || notice.link ? SHOWN_LONGER_MS : SHOWN_MS;
    const timer = setTimeout(notices.close, shownMs);
    return () => clearTimeout(timer);
  }, [notice, held, notices]);
  return (
    <div
      role="status"
      class="toast-place"
      ref={place}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocusIn={({relatedTarget, currentTarget}) => {
        setHeld(true);
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)))
          before.current = relatedTarget;
      }}
      onFocusOut={() => setHeld(false)}
    >
      {notice && (
        <div class="toast" data-kind={notice.kind}>
          {notice.kind === 'error' ? <WarningIcon /> : <InfoIcon />}
          <p>{escapeHidden(notice.text)}</p>
          {notice.link && (
            <button type="button" class="link" onClick={notice.link.follow}>
              {notice.link.title}
            </button>
          )}
          <button type="button" class="icon-button" aria-label="Close this message" onClick={notices.close}>
            <CloseIcon />
          </button>
        </div>
      )}
    </div>
  );
}
