import type {PanelStore} from './create-panel-store';
import {getOrigin} from './log/belongs-to-tab';

/** Whether the page hook runs on the site that the tab shows; null if it can't: no site, or no permission for it. */
export function readPageHook({
  connection,
  pageUrl,
  settings,
}: PanelStore): {site: string; on: boolean} | null {
  const site = getOrigin(pageUrl.value);
  if (site === null || !/^https?:/.test(site) || connection.connection.value.state !== 'live') return null;
  return {site, on: settings.value.value.capture.hookedOrigins.includes(site)};
}

/** The browser injects the hook into documents that load from now on. */
export function setPageHook({settings, notices}: PanelStore, site: string, on: boolean): void {
  settings.change((now) => {
    const others = now.capture.hookedOrigins.filter((origin) => origin !== site);
    return {...now, capture: {...now.capture, hookedOrigins: on ? [...others, site] : others}};
  });
  notices.tell(
    on
      ? `The page hook is on for ${site} after you reload the page. Bodies captured this way are marked as reported by the page.`
      : `The page hook is off for ${site} after you reload the page.`,
  );
}
