import {captureSettingsSchema} from './capture/capture-settings';
import {columnSettings} from './list-columns';
import {endpointSettingsSchema} from './protocols/endpoint-settings';
import {replaySettingsSchema} from './replay/replay-settings';
import {ruleSettingsSchema} from './verdict/rule-settings';
import * as z from './zod';

const yes = () => z._default(z.boolean(), true);

const panel = z.object({
  preserveLog: yes(),
  recording: yes(),
  /** Width of the list as a fraction of the panel. */
  split: z._default(z.number().check(z.minimum(0.1), z.maximum(0.9)), 0.4),
  /** The parts of an event's tree that the user has collapsed; traits count as properties. */
  closedParts: z._default(z.array(z.enum(['properties', 'context'])), []),
  ...columnSettings,
  /** Whether the user has dismissed the first steps. */
  welcomed: z._default(z.boolean(), false),
  /** Whether the timeline of requests is shown above the list. */
  timeline: yes(),
});

/**
 * Everything a user can set, with its default, one section per area: the only schema, shared by storage, pages and
 * checks.
 */
export const settingsSchema = z.object({
  rules: z._default(ruleSettingsSchema, {}),
  endpoints: z._default(endpointSettingsSchema, []),
  capture: z._default(captureSettingsSchema, captureSettingsSchema.parse({})),
  panel: z._default(panel, panel.parse({})),
  replay: z._default(replaySettingsSchema, replaySettingsSchema.parse({})),
});

export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = settingsSchema.parse({});
