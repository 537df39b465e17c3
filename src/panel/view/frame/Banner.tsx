import {CloseIcon, InfoIcon, WarningIcon} from '../icons';
import {useStore} from '../store-context';

/** What stands in the way of capturing, with what to do about it; and what just happened. */
export function Banner() {
  return (
    <>
      <ConnectionBanner />
      <NoticeBanner />
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

function NoticeBanner() {
  const {notices} = useStore();
  const notice = notices.current.value;
  return (
    <div role="status" class="notice-place">
      {notice && (
        <div class="banner" data-kind={notice.kind}>
          {notice.kind === 'error' ? <WarningIcon /> : <InfoIcon />}
          <p>{notice.text}</p>
          <button type="button" class="icon-button" aria-label="Close this message" onClick={notices.close}>
            <CloseIcon />
          </button>
        </div>
      )}
    </div>
  );
}
