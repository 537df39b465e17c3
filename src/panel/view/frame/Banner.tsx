import {CloseIcon, InfoIcon, WarningIcon} from '../icons';
import {useStore} from '../store-context';

/** What stands in the way, with what to do about it. Each goes when its cause does. */
export function Banner() {
  return (
    <>
      <ConnectionBanner />
      <StandingBanners />
    </>
  );
}

function ConnectionBanner() {
  const {connection} = useStore();
  const now = connection.connection.value;
  switch (now.state) {
    case 'connecting':
    case 'live':
      return null;
    case 'updated':
      return (
        <div class="banner" data-kind="error" role="alert">
          <WarningIcon />
          <p>The extension was updated. Close and reopen DevTools to go on; what was captured is kept.</p>
        </div>
      );
    case 'no-answer':
      return (
        <div class="banner" data-kind="error" role="alert">
          <WarningIcon />
          <p>The extension does not answer: {now.message} What DevTools itself shows is captured.</p>
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
          <p>New requests are not kept: {now.message} Clear the log or free some space.</p>
        </div>
      );
    case 'not-permitted':
      return (
        <div class="banner" data-kind="info">
          <InfoIcon />
          <p>
            Background capture is off for {now.site}: only what DevTools itself shows is captured, not what
            was sent before it opened, while a page unloads, or from workers.
          </p>
          <span class="banner-actions">
            <button type="button" class="button" onClick={connection.allowSite}>
              Capture on this site
            </button>
            <button type="button" class="button" onClick={connection.allowAllSites}>
              On all sites
            </button>
          </span>
        </div>
      );
  }
}

function StandingBanners() {
  const {notices} = useStore();
  return [...notices.standing.value].map(([cause, text]) => (
    <div key={cause} class="banner" data-kind="error" role="alert">
      <WarningIcon />
      <p>{text}</p>
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
