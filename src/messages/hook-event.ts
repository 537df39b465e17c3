/** The event with which the hook in the page's world passes a report, as JSON text, to our isolated script. */
export const HOOK_EVENT = 'track-inspector-report';

/** Longer reports are not passed on: about 1 MB of body in Base64. */
export const HOOK_REPORT_LIMIT = 1_500_000;
