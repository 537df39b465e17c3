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
  [Type in BackgroundMessage['type']]: (message: MessageOf<Type>) => Promise<BackgroundAnswers[Type]>;
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
  return handle(handlers, parsed.data);
}

type MessageOf<Type> = Extract<BackgroundMessage, {type: Type}>;

function handle<Type extends BackgroundMessage['type']>(
  handlers: MessageHandlers,
  message: MessageOf<Type> & {type: Type},
): Promise<BackgroundAnswers[Type]> {
  return handlers[message.type](message);
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
