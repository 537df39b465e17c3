/** Waits for the work, and tells once if it takes longer than so many milliseconds; it goes on all the same. */
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
