import * as z from '../domain/zod';

/**
 * Requests of our own extension pages to the background. Other senders are rejected. The background has no other
 * discriminated union, which would be half a kilobyte more.
 */
export const backgroundMessageSchema = z.union([
  /** Sends the replay with this ID in the log, once. Responds when its result is in the log. */
  z.object({type: z.literal('send-replay'), id: z.string()}),
  z.object({type: z.literal('cancel-replay'), id: z.string()}),
  /** Keeps the background alive while work is pending. */
  z.object({type: z.literal('keep-alive')}),
  /** Firefox' panel has no permissions API: the background reports which origins are granted. */
  z.object({type: z.literal('granted-origins')}),
  /** Opens the page that asks for host access (a panel can't ask in Firefox). */
  z.object({type: z.literal('open-permission-page'), origins: z.array(z.string())}),
  /** Opens the settings (a panel can't in Chromium, whose pages in DevTools have no `runtime.openOptionsPage`). */
  z.object({type: z.literal('open-settings')}),
]);

export type BackgroundMessage = z.infer<typeof backgroundMessageSchema>;

export interface BackgroundAnswers {
  'send-replay': {ok: true} | {ok: false; reason: string};
  'cancel-replay': {ok: boolean};
  'keep-alive': {ok: true};
  'granted-origins': {origins: string[]};
  'open-permission-page': {ok: true};
  'open-settings': {ok: true};
}

/** The wrapper of a response: only Firefox supports promises of responses, and browsers do not transfer errors. */
export type BackgroundReply = {answer: BackgroundAnswers[BackgroundMessage['type']]} | {failure: string};
