import {useStore} from '../store-context';

/** Asks for the permission to capture in the background. */
export function AllowCapture() {
  const {allowSite, allowAllSites} = useStore().connection;
  return (
    <span class="banner-actions">
      <button type="button" class="button" onClick={allowSite}>
        Capture on this site
      </button>
      <button type="button" class="button" onClick={allowAllSites}>
        Capture on all sites
      </button>
    </span>
  );
}
