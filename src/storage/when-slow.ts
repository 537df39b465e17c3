/** Waits for the work, and calls back once if it takes longer than this number of milliseconds; the work continues. */
export async function whenSlow<Result>(
  work: Promise<Result>,
  {afterMs, tell}: {afterMs: number; tell(): void},
): Promise<Result> {
  const timer = setTimeout(tell, afterMs);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}
