/** Globals that Node provides for tests; the domain itself has neither. */
declare const process: {env: Record<string, string | undefined>};
declare const console: {info(text: string): void};

/**
 * The number of runs of a property: the full number with TEST_LONG, otherwise a fiftieth, so that `npm test` stays
 * fast. A failing test prints the seed; PROPERTY_SEED runs that case again.
 */
export function propertyOptions(fullRuns: number): {numRuns: number; seed: number} {
  const {env} = process;
  const numRuns = Math.max(20, Math.ceil(env.TEST_LONG ? fullRuns : fullRuns / 50));
  const seed = Number(env.PROPERTY_SEED ?? Math.floor(Math.random() * 0x7fffffff));
  console.info(`property: ${numRuns} runs, PROPERTY_SEED=${seed}`);
  return {numRuns, seed};
}
