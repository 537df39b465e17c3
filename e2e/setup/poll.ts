import {setTimeout as pause} from 'node:timers/promises';

export const patienceMilliseconds = 20_000;
const intervalMilliseconds = 50;

/**
 * Asks again until there is a result (not null, undefined or false). Browsers report with a delay, so a single read
 * may be too early. Failed questions are repeated too, since pages come and go; the last failure is the cause of the
 * error.
 */
export async function poll<Answer>(
  ask: () => Promise<Answer | null | undefined | false> | Answer | null | undefined | false,
  complaint: string | (() => Promise<string>),
  patience = patienceMilliseconds,
): Promise<Answer> {
  const end = Date.now() + patience;
  let cause: unknown;
  do {
    try {
      const answer = await ask();
      if (answer !== null && answer !== undefined && answer !== false) return answer;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    await pause(intervalMilliseconds);
  } while (Date.now() < end);
  throw new Error(typeof complaint === 'string' ? complaint : await complaint(), {cause});
}
