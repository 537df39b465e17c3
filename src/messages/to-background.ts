import * as z from '../domain/zod';

/** What our own extension pages ask of the background. Senders other than our own pages are refused. */
export const backgroundMessageSchema = z.discriminatedUnion('type', [
  /** Sends the replay of this id in the log, once. Answers when its result is in the log. */
  z.object({type: z.literal('send-replay'), id: z.string()}),
  z.object({type: z.literal('cancel-replay'), id: z.string()}),
  /** Keeps the background alive while something is under way. */
  z.object({type: z.literal('keep-alive')}),
  /** Firefox' panel has no permissions API: the background tells which origins are granted. */
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

/** What comes back for a message: promises of answers are Firefox' alone, and no browser carries an error over. */
export type BackgroundReply = {answer: BackgroundAnswers[BackgroundMessage['type']]} | {failure: string};
