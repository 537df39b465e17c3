import {describe, expect, it} from 'vitest';
import type {AskJudge} from '../../judge-client/judge-client';
import {createCompletion} from './create-completion';
import type {FilterValue} from './filter-value';

const settle = () => new Promise((resolve) => setTimeout(resolve));

function create() {
  const answers: ((values: FilterValue[] | null) => void)[] = [];
  const ask = (() => new Promise((resolve) => answers.push(resolve as never))) as AskJudge;
  const completion = createCompletion(ask);
  const shown = () => completion.suggestions.value.map(({word}) => word);
  return {completion, answers, shown};
}

const sent: FilterValue = {field: 'event', value: 'invite_sent', count: 2};

describe('the completion of the filter line', () => {
  it('shows what the newest answer has, and none that comes late', async () => {
    const {completion, answers, shown} = create();
    completion.follow('i', 1);
    completion.follow('in', 2);
    answers[1]?.([sent]);
    answers[0]?.([]);
    await settle();
    expect(shown()).toEqual(['event:invite_sent']);
    completion.follow('in ', 3);
    expect(shown()).toEqual([]);
  });

  it('is closed while an answer is awaited, and stays so', async () => {
    const {completion, answers, shown} = create();
    completion.follow('in', 2);
    completion.close();
    answers[0]?.([sent]);
    await settle();
    expect(shown()).toEqual([]);
  });

  it('moves in a circle and begins again with each answer', async () => {
    const {completion, answers} = create();
    completion.follow('is:', 3);
    answers[0]?.(['ok', 'error'].map((value) => ({field: 'is', value, count: 1})));
    await settle();
    const places = ([1, 1, 1, -1, -1] as const).map((by) => {
      completion.move(by);
      return completion.active.value;
    });
    expect(places).toEqual([0, 1, 0, 1, 0]);
    completion.move(-1);
    completion.follow('is:o', 4);
    answers[1]?.([{field: 'is', value: 'ok', count: 1}]);
    await settle();
    expect(completion.active.value).toBe(-1);
  });

  it('goes on with the values of a word that was taken', async () => {
    const {completion, answers, shown} = create();
    completion.follow('na', 2);
    answers[0]?.([]);
    await settle();
    const [name] = completion.suggestions.value;
    expect(name?.word).toBe('name:');
    if (name) expect(completion.take(name, 'na', 2)).toEqual({line: 'name:', caret: 5});
    answers[1]?.([{field: 'name', value: 'invite_sent', count: 2}]);
    await settle();
    expect(shown()).toEqual(['name:invite_sent']);
    const [sentWord] = completion.suggestions.value;
    if (sentWord)
      expect(completion.take(sentWord, 'name:', 5)).toEqual({line: 'name:invite_sent', caret: 16});
    expect(shown()).toEqual([]);
  });
});
