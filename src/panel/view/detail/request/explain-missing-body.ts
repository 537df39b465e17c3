import type {MissingBodyReason} from '../../../../domain/capture/captured-request';

export interface Explanation {
  /** What happened. */
  why: string;
  /** What the user can do. */
  remedy: string;
}

/** Why a body is missing, and how to get it. */
export const missingBodies: Record<MissingBodyReason, Explanation> = {
  blob: {
    why: 'The page sent a Blob. The browser does not show Blobs to extensions.',
    remedy:
      'Keep DevTools open on this tab: it usually provides the body a moment later. For bodies sent while a page unloads, turn on the page hook below.',
  },
  file: {
    why: 'The page sent a file. The browser does not show files to extensions.',
    remedy: 'Turn on the page hook below, reload the page and repeat the action.',
  },
  stream: {
    why: 'The page sent a stream, which can only be read once.',
    remedy: 'Let the page send text or bytes while you test.',
  },
  cut: {
    why: 'The browser only showed the first part of a large body.',
    remedy: 'That part is shown, but the batch was not checked. Smaller batches are captured in full.',
  },
  form: {
    why: 'The page sent a form with files, or one that is too large for the browser to decode.',
    remedy: 'Events belong in a JSON body. Check what sends this form.',
  },
  damaged: {
    why: 'The body was passed on as text, which damaged it.',
    remedy: 'Allow background capture on this site and repeat the action.',
  },
  'not-stored': {
    why: 'There was not enough disk space to keep it.',
    remedy: 'Free disk space or clear the log, then repeat the action.',
  },
  'not-recorded': {
    why: 'The imported file does not contain the body.',
    remedy: 'Export it again with bodies: in the Network panel, “Save all as HAR with content”.',
  },
  unknown: {
    why: 'The browser did not show the body and gave no reason. Chromium does this for Blobs, files and streams.',
    remedy:
      'Keep DevTools open on this tab: it usually provides the body a moment later. For bodies sent while a page unloads, turn on the page hook below.',
  },
};
