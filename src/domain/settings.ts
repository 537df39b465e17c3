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
  /** What the user left closed in the tree of an event; traits count as properties. */
  closedParts: z._default(z.array(z.enum(['properties', 'context'])), []),
  ...columnSettings,
  /** Whether the first steps were read and put away. */
  welcomed: z._default(z.boolean(), false),
  /** Whether the requests over time are drawn above the list. */
  timeline: yes(),
});

/** Everything a user can set, with its default, a section a room: the one schema that storage, pages and checks share. */
export const settingsSchema = z.object({
  rules: z._default(ruleSettingsSchema, {}),
  endpoints: z._default(endpointSettingsSchema, []),
  capture: z._default(captureSettingsSchema, captureSettingsSchema.parse({})),
  panel: z._default(panel, panel.parse({})),
  replay: z._default(replaySettingsSchema, replaySettingsSchema.parse({})),
});

export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = settingsSchema.parse({});
