import {toErrorMessage} from '../domain/to-error-message';
import {
  type BackgroundAnswers,
  type BackgroundMessage,
  type BackgroundReply,
  backgroundMessageSchema,
} from '../messages/to-background';

/** The sender of a message according to the browser. */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
}

export type MessageHandlers = {
  [Type in BackgroundMessage['type']]: (
    message: Extract<BackgroundMessage, {type: Type}>,
  ) => Promise<BackgroundAnswers[Type]>;
};

/**
 * Responds to messages of our own pages; returns undefined for all others, which get no response. A content script
 * has our ID but its page's URL, so code in a page can't make the extension send requests.
 */
export function handleMessage(
  message: unknown,
  sender: Sender,
  context: {id: string; baseUrl: string; handlers: MessageHandlers},
): Promise<BackgroundAnswers[BackgroundMessage['type']]> | undefined {
  const {id, baseUrl, handlers} = context;
  if (sender.id !== id || sender.url?.startsWith(baseUrl) !== true) return undefined;
  const parsed = backgroundMessageSchema.safeParse(message);
  if (!parsed.success) return undefined;
  const {data} = parsed;
  switch (data.type) {
    case 'send-replay':
      return handlers['send-replay'](data);
    case 'cancel-replay':
      return handlers['cancel-replay'](data);
    case 'keep-alive':
      return handlers['keep-alive'](data);
    case 'granted-origins':
      return handlers['granted-origins'](data);
    case 'open-permission-page':
      return handlers['open-permission-page'](data);
    case 'open-settings':
      return handlers['open-settings'](data);
  }
}

/** Sends a result back, or the reason why there is none. */
export function reply(
  answer: Promise<BackgroundAnswers[BackgroundMessage['type']]>,
  send: (reply: BackgroundReply) => void,
): void {
  answer.then(
    (given) => send({answer: given}),
    (error: unknown) => send({failure: toErrorMessage(error)}),
  );
}
