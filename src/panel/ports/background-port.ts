import type {BackgroundMessage, BackgroundReply} from '../../messages/to-background';
import type {BackgroundPort} from '../store/panel-dependencies';

/** @param ask passes a message on and resolves to what came back; undefined: there was no answer */
export function createBackgroundPort(
  ask: (message: BackgroundMessage) => Promise<BackgroundReply | undefined>,
): BackgroundPort {
  return {
    async send(message) {
      const reply = await ask(message);
      if (reply === undefined) throw new Error('The background did not answer.');
      if ('failure' in reply) throw new Error(reply.failure);
      // The answer belongs to the message's type, which the background has checked.
      return reply.answer as Awaited<ReturnType<BackgroundPort['send']>> as never;
    },
  };
}
