import type {Settings} from '../domain';
import type * as z from '../zod';
import {configSchema} from './config-schema';

/** What a config file says. */
export interface Config {
  settings: Settings;
  /** Files of tracking plans, relative to the config. */
  plans: string[];
  /** JSON Pointers inside an event, `*` for any one token: values that a golden session does not compare. */
  mask: string[];
}

/** Without a config file. */
export const defaultConfig: Config = toConfig(configSchema.parse({}));

/** Reads the value of a config file; `fault` says what is wrong with it and where. */
export function readConfig(value: unknown): {ok: true; config: Config} | {ok: false; fault: string} {
  const parsed = configSchema.safeParse(value);
  if (parsed.success) return {ok: true, config: toConfig(parsed.data)};
  const [issue] = parsed.error.issues;
  return {ok: false, fault: issue === undefined ? 'it is not valid.' : describeIssue(issue)};
}

/** An unknown name would have no effect, so it is a fault. */
function describeIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys' || issue.code === 'invalid_key') {
    const name = issue.code === 'unrecognized_keys' ? issue.keys[0] : String(issue.path.at(-1));
    return issue.path[0] === 'rules'
      ? `"${name}" is not a known rule. "track-inspector rules" lists them all.`
      : `"${name}" is not a known setting.`;
  }
  return `"${issue.path.join('.')}" is not a valid setting: ${issue.message}.`;
}

function toConfig({plans, mask, $schema, ...settings}: z.output<typeof configSchema>): Config {
  const rules = Object.entries(settings.rules).flatMap(([code, severity]) =>
    severity === undefined ? [] : [[code, severity] as const],
  );
  return {settings: {...settings, rules: Object.fromEntries(rules)}, plans, mask};
}
