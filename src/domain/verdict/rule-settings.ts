import * as z from '../zod';

/** Per rule code: another severity, or 'off'. */
export const ruleSettingsSchema = z.record(z.string(), z.enum(['error', 'warning', 'info', 'off']));
