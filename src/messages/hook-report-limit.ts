/** Longer reports of the page hook, as JSON text, are not passed on: about 1 MB of body in Base64. */
export const HOOK_REPORT_LIMIT = 1_500_000;
