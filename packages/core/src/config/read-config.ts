import {defaultSettings, type PlanInFile, readSettingsFile, type Settings} from '../domain';

/** The contents of a config file. */
export interface Config {
  settings: Settings;
  /** Files of tracking plans, relative to the config. */
  plans: string[];
  /** Plans that the panel exported with its settings. */
  exported: PlanInFile[];
  /**
   * JSON Pointers inside an event, `*` for any one token, `~2` for a `*`: values that are not compared with a golden
   * session.
   */
  mask: string[];
}

/** Used if there is no config file. */
export const defaultConfig: Config = {settings: defaultSettings, plans: [], exported: [], mask: []};

/** Reads the text of a config file as the panel reads settings; `faults` says what is wrong and where. */
export function readConfig(text: string): {ok: true; config: Config} | {ok: false; faults: string[]} {
  const file = readSettingsFile(text);
  if (!file.ok) {
    const faults = file.faults.map(
      ({line, column, setting, text: told}) =>
        `${line}:${column}: ${setting === '' ? '' : `${setting}: `}${told}`,
    );
    return {ok: false, faults};
  }
  const {settings, plans, mask} = file;
  const config = {
    settings,
    plans: plans.filter((plan) => typeof plan === 'string'),
    exported: plans.filter((plan) => typeof plan !== 'string'),
    mask,
  };
  return {ok: true, config};
}
