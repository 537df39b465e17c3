import type {AnswerTo, Question} from '../judge/judge-messages';
import {topicOf} from '../judge/topic-of';

/** The questions without an answer. */
export interface OpenQuestions {
  add<Kind extends Question['kind']>(
    question: Extract<Question, {kind: Kind}>,
  ): {number: number; answer: Promise<AnswerTo<Kind>>};
  all(): {number: number; question: Question}[];
  answer(number: number, answer: AnswerTo<Question['kind']>): void;
  refuse(number: number, reason: string): void;
  /** A judge hung at this question: it is sent to the next judge once more, and then never again. */
  suspect(number: number): void;
}

interface Asked {
  question: Question;
  isSuspect: boolean;
  resolve(answer: AnswerTo<Question['kind']>): void;
  reject(error: Error): void;
}

export function createOpenQuestions(): OpenQuestions {
  const asked = new Map<number, Asked>();
  let lastNumber = 0;

  function take(number: number): Asked | undefined {
    const found = asked.get(number);
    asked.delete(number);
    return found;
  }

  /** A newer question on the same topic replaces an older one, whose answer is then null. */
  function dropOlder(question: Question): void {
    const topic = topicOf(question);
    if (topic === null) return;
    for (const [number, older] of asked) {
      if (topicOf(older.question) === topic) take(number)?.resolve(null);
    }
  }

  function refuse(number: number, reason: string): void {
    take(number)?.reject(new Error(reason));
  }

  return {
    add<Kind extends Question['kind']>(question: Extract<Question, {kind: Kind}>) {
      dropOlder(question);
      const number = ++lastNumber;
      const answer = new Promise<AnswerTo<Kind>>((resolve, reject) => {
        asked.set(number, {question, isSuspect: false, resolve, reject});
      });
      return {number, answer};
    },
    all: () => [...asked].map(([number, {question}]) => ({number, question})),
    answer: (number, answer) => take(number)?.resolve(answer),
    refuse,
    suspect(number) {
      const hungAt = asked.get(number);
      if (hungAt?.isSuspect) refuse(number, 'Checking took too long and was stopped.');
      else if (hungAt) hungAt.isSuspect = true;
    },
  };
}
