import {escapeHidden} from '../../../domain/bytes/hidden-characters';
import {isAfterFirstRun} from '../../store/first-run';
import {toPlanFaults} from '../../store/judge-client/to-plan-faults';
import {CloseIcon, InfoIcon, WarningIcon} from '../icons';
import {useStore} from '../store-context';
import {AllowCapture} from './AllowCapture';

/** Problems, with actions to solve them. A banner is removed when its cause is gone. */
export function Banner() {
  return (
    <>
      <ConnectionBanner />
      <StandingBanners />
      <PlanBanners />
    </>
  );
}

function ConnectionBanner() {
  const store = useStore();
  const {connection} = store;
  const now = connection.connection.value;
  switch (now.state) {
    case 'connecting':
    case 'live':
      return null;
    case 'updated':
      return (
        <div class="banner" data-kind="error" role="alert">
          <WarningIcon />
          <p>The extension was updated. Close and reopen DevTools to continue. Captured requests are kept.</p>
        </div>
      );
    case 'no-answer':
      return (
        <div class="banner" data-kind="error" role="alert">
          <WarningIcon />
          <p>
            The extension is not responding: {now.message} Only requests that DevTools shows are captured.
          </p>
          <span class="banner-actions">
            <button type="button" class="button" onClick={() => void connection.refresh()}>
              Try again
            </button>
          </span>
        </div>
      );
    case 'storage-trouble':
      return (
        <div class="banner" data-kind="error" role="alert">
          <WarningIcon />
          <p>{now.message}</p>
        </div>
      );
    case 'not-permitted':
      // The first steps say the same, and have the same buttons.
      return (
        isAfterFirstRun(store) && (
          <div class="banner" data-kind="info">
            <InfoIcon />
            <p>
              Background capture is off for {now.site}. Requests that are sent before DevTools opens, while a
              page unloads, or by workers are missing.
            </p>
            <AllowCapture />
          </div>
        )
      );
  }
}

function StandingBanners() {
  const {notices} = useStore();
  return [...notices.standing.value].map(([cause, text]) => (
    <div key={cause} class="banner" data-kind="error" role="alert">
      <WarningIcon />
      <p>{escapeHidden(text)}</p>
      <button
        type="button"
        class="icon-button"
        aria-label="Close this message"
        onClick={() => notices.settle(cause)}
      >
        <CloseIcon />
      </button>
    </div>
  ));
}

/** The parts of tracking plans that are not checked. */
function PlanBanners() {
  const {plans, dependencies} = useStore();
  return toPlanFaults(plans.value).map(({id, text}) => (
    <div key={id} class="banner" data-kind="error" role="alert">
      <WarningIcon />
      <p>{escapeHidden(text)}</p>
      <span class="banner-actions">
        <button type="button" class="button" onClick={dependencies.openSettings}>
          Open settings
        </button>
      </span>
    </div>
  ));
}
