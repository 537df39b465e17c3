import {defaultSettings, type Settings} from '../settings';
import {listSettingChanges, type SettingChange} from '../settings-file/list-setting-changes';
import {countOf} from '../verdict/format-count';

/** The environment of the extension, for a report. */
export interface Diagnostics {
  version: string;
  /** The browser's own name. */
  browser: string;
  /** The state of background capture, as text. */
  capture: string;
  settings: Settings;
  /** Match patterns. */
  granted: readonly string[];
  /** Whether the whole log is counted. */
  isRead: boolean;
  counts: Readonly<Record<'requests' | 'events' | 'errors' | 'warnings' | 'dropped', number>>;
}

/** As Markdown, to be read before it is copied. It does not contain sites, endpoints, targets or captured data. */
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
    `- Permissions: ${isAll(granted) ? 'all sites' : countOf(granted.length, 'pattern')}`,
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

/** The user's texts are not shown: a name or an address may be confidential. */
function toLine({setting, after}: SettingChange): string {
  const isPlain = after !== null && /^(?:true|false|null|-?[\d.]+|"(?:off|info|warning|error)")$/.test(after);
  const [section = '', field = ''] = setting.split('.');
  if (section === 'rules' || isPlain)
    return after === null ? `${setting}: removed` : `${setting}: ${isPlain ? after : 'changed'}`;
  // An entry of a user-defined list is only named by the list.
  return `${field === '' || /^\d+$/.test(field) ? section : `${section}.${field}`}: changed`;
}
