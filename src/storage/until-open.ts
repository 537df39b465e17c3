/** In milliseconds, between two tries. */
const RETRY_MS = 2_000;

/**
 * Opens, and tries again after each failure: a log that does not open today (the disk is full, a newer version of the
 * extension has left it) may be deleted in the panel meanwhile, and from then on is captured into.
 */
export async function untilOpen<Opened>(
  open: () => Promise<Opened>,
  onFailure: (error: unknown) => void,
): Promise<Opened> {
  for (;;) {
    try {
      return await open();
    } catch (error) {
      onFailure(error);
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}
