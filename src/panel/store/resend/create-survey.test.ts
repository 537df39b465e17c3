import {expect, it, vi} from 'vitest';
import {createSurvey} from './create-survey';
import type {ResendOrder} from './resend-reader';
import type {SurveyedRequest} from './resend-survey';

const toOrder = () => ({}) as ResendOrder;

it('what was read of requests before is not taken for what is being read', async () => {
  const answers: ((found: SurveyedRequest[]) => void)[] = [];
  const survey = createSurvey(
    {survey: (ids) => (ids.length === 0 ? Promise.resolve([]) : new Promise((read) => answers.push(read)))},
    vi.fn(),
  );
  survey.run([], toOrder());
  survey.run(['a'], toOrder());
  await new Promise((resolve) => setTimeout(resolve));
  expect(survey.surveyed.value).toBeNull();
  answers[0]?.([]);
  await vi.waitFor(() => expect(survey.surveyed.value).toEqual([]));
});
