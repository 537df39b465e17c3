import {createJudge} from '../judge/create-judge';
import type {JudgeDependencies} from '../judge/create-judge-parts';
import type {StartJudge} from '../judge/judge-connection';

/** A judge in the same thread; messages in both directions are cloned and arrive slightly later, as with a worker. */
export function startLocalJudge(deps: Omit<JudgeDependencies, 'send'>): StartJudge {
  return (listen) => {
    let isOver = false;
    const later = <Message>(message: Message, hear: (message: Message) => void) => {
      const cloned = structuredClone(message);
      queueMicrotask(() => {
        if (!isOver) hear(cloned);
      });
    };
    const judge = createJudge({...deps, send: (message) => later(message, listen)});
    return {
      post: (message) => later(message, judge.receive),
      end() {
        isOver = true;
        judge.dispose();
      },
    };
  };
}
