import type {Question} from './judge-messages';
import {topicOf} from './topic-of';

/**
 * Whether a question is still the newest of its topic, after the waiting messages were read: the user may have typed
 * on.
 */
export function createNewest(
  pause: () => Promise<void>,
): (number: number, question: Question) => Promise<boolean> {
  /** By topic the number of the newest question. */
  const newest = new Map<string, number>();
  return async (number, question) => {
    const topic = topicOf(question);
    if (topic !== null) newest.set(topic, Math.max(number, newest.get(topic) ?? 0));
    await pause();
    return topic === null || newest.get(topic) === number;
  };
}
