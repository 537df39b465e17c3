import type {BackgroundMessage, BackgroundReply} from '../../messages/to-background';
import type {BackgroundPort} from '../store/panel-dependencies';

/** @param ask sends a message and resolves to the response; undefined: there was none */
export function createBackgroundPort(
  ask: (message: BackgroundMessage) => Promise<BackgroundReply | undefined>,
): BackgroundPort {
  return {
    async send(message) {
      const reply = await ask(message);
      if (reply === undefined) throw new Error('The background did not answer.');
      if ('failure' in reply) throw new Error(reply.failure);
      // The response matches the message's type, which the background has checked.
      return reply.answer as Awaited<ReturnType<BackgroundPort['send']>> as never;
    },
  };
}
