/** What Node gives to tests; the domain itself knows neither. */
declare const process: {env: Record<string, string | undefined>};
declare const console: {info(text: string): void};

/**
 * How often a property is tried: the full number under TEST_LONG, a fiftieth otherwise, so that `npm test` stays quick.
 * A test that fails prints the seed; PROPERTY_SEED runs that case again.
 */
export function propertyOptions(fullRuns: number): {numRuns: number; seed: number} {
  const {env} = process;
  const numRuns = Math.max(20, Math.ceil(env.TEST_LONG ? fullRuns : fullRuns / 50));
  const seed = Number(env.PROPERTY_SEED ?? Math.floor(Math.random() * 0x7fffffff));
  console.info(`property: ${numRuns} runs, PROPERTY_SEED=${seed}`);
  return {numRuns, seed};
}
