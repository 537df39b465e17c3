import {defaultSettings, type Settings} from '../settings';

/**
 * The settings as a file, with each section that is not completely at its default: the command line reads it as its
 * configuration. `plans` are those of `toPlanInFile`. Credentials of targets are not part of the settings, and so not
 * in the file.
 */
export function writeSettingsFile(settings: Settings, plans: readonly object[] = []): string {
  const defaults = new Map(Object.entries(defaultSettings));
  const changed = Object.entries(settings).filter(
    ([section, value]) => JSON.stringify(value) !== JSON.stringify(defaults.get(section)),
  );
  const file = {...Object.fromEntries(changed), ...(plans.length > 0 ? {plans} : {})};
  return `${JSON.stringify(file, null, 2)}\n`;
}
