/** In milliseconds, between two attempts. */
const RETRY_MS = 2_000;

/**
 * Opens, and tries again after each failure: a log that cannot be opened (the disk is full, a newer version of the
 * extension has left it) may be deleted in the panel meanwhile, and works from then on.
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
