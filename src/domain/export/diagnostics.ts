import {defaultSettings, type Settings} from '../settings';
import {listSettingChanges, type SettingChange} from '../settings-file/list-setting-changes';

/** What a report about this extension says of where it runs. */
export interface Diagnostics {
  version: string;
  /** As the browser calls itself. */
  browser: string;
  /** The state of background capture, in words. */
  capture: string;
  settings: Settings;
  /** Match patterns. */
  granted: readonly string[];
  /** Whether the whole log is counted. */
  isRead: boolean;
  counts: Readonly<Record<'requests' | 'events' | 'errors' | 'warnings' | 'dropped', number>>;
}

/**
 * As Markdown, to be read before it is copied. It names no site, no endpoint, no target and nothing that was
 * captured.
 */
export function toDiagnostics({
  version,
  browser,
  capture,
  settings,
  granted,
  isRead,
  counts,
}: Diagnostics): string {
  const changes = listSettingChanges(defaultSettings, settings).map(toLine);
  return [
    `Track Inspector ${version}`,
    '',
    `- Browser: ${browser}`,
    `- Background capture: ${capture}`,
    `- Permissions: ${isAll(granted) ? 'all sites' : `${granted.length} patterns`}`,
    `- Log${isRead ? '' : ' (still being read)'}: ${Object.entries(counts)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ')}`,
    `- Settings that are not the defaults: ${changes.length === 0 ? 'none' : ''}`,
    ...[...new Set(changes)].map((line) => `  - ${line}`),
    '',
  ].join('\n');
}

function isAll(granted: readonly string[]): boolean {
  return granted.some((pattern) => pattern === '*://*/*' || pattern === '<all_urls>');
}

/** Texts of the user are not shown: a name or an address may be confidential. */
function toLine({setting, after}: SettingChange): string {
  const isPlain = after !== null && /^(?:true|false|null|-?[\d.]+|"(?:off|info|warning|error)")$/.test(after);
  const [section = '', field = ''] = setting.split('.');
  if (section === 'rules' || isPlain)
    return after === null ? `${setting}: removed` : `${setting}: ${isPlain ? after : 'changed'}`;
  // An entry of a list of the user's own is called by the list alone.
  return `${field === '' || /^\d+$/.test(field) ? section : `${section}.${field}`}: changed`;
}
