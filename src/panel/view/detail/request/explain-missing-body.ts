import type {MissingBodyReason} from '../../../../domain/capture/captured-request';

export interface Explanation {
  /** What happened. */
  why: string;
  /** What the user can do. */
  remedy: string;
}

/** Why a body is not there, and the way to get it. */
export const missingBodies: Record<MissingBodyReason, Explanation> = {
  blob: {
    why: 'The page sent a Blob, and the browser gives extensions no bytes of one.',
    remedy:
      'Keep DevTools open on this tab: its own record usually brings the body a moment later. For bodies sent while a page unloads, switch the page hook on below.',
  },
  file: {
    why: 'The page sent a File, whose bytes no browser API gives.',
    remedy: 'Switch the page hook on below, reload the page and repeat the action.',
  },
  stream: {
    why: 'The page sent a stream, which is gone once it is sent.',
    remedy: 'No browser API gives it: let the page send text or bytes while you test.',
  },
  cut: {
    why: 'The browser gave the first part of a large body only.',
    remedy: 'What is there is shown and not judged as a whole. Smaller batches are captured in full.',
  },
  form: {
    why: 'The page sent a form with files, or one too large for the browser to decode.',
    remedy: 'Events belong into a JSON body; check what sends this form.',
  },
  damaged: {
    why: 'The body came as text and was damaged on the way, so that its bytes are not known.',
    remedy: 'Allow background capture on this site and repeat the action.',
  },
  'not-stored': {
    why: 'There was no room on the disk to keep it.',
    remedy: 'Free some disk space, or clear the log, and repeat the action.',
  },
  'not-recorded': {
    why: 'The imported record holds no body.',
    remedy: 'Export it again with bodies: in the Network panel, “Save all as HAR with content”.',
  },
  unknown: {
    why: 'The browser gave no body and no reason: Chromium does so for Blobs, files and streams.',
    remedy:
      'Keep DevTools open on this tab: its own record usually brings the body a moment later. For bodies sent while a page unloads, switch the page hook on below.',
  },
};
