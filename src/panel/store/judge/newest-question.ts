import type {Question} from './judge-messages';
import {topicOf} from './topic-of';

/** Whether a question is still the newest of its topic, after waiting messages were read: the user may have typed more. */
export function createNewest(
  pause: () => Promise<void>,
): (number: number, question: Question) => Promise<boolean> {
  /** The number of the newest question, by topic. */
  const newest = new Map<string, number>();
  return async (number, question) => {
    const topic = topicOf(question);
    if (topic !== null) newest.set(topic, Math.max(number, newest.get(topic) ?? 0));
    await pause();
    return topic === null || newest.get(topic) === number;
  };
}
