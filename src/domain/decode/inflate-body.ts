import {Gunzip, Inflate, Unzlib} from 'fflate';
import type {BodyFinding, Compression} from './body-finding';
import {matchesChecksum} from './checksum';

/** The maximum size of a decompressed body; a valid batch has up to 2 MB. */
const MAX_INFLATED_BYTES = 32 * 1024 * 1024;
/** Deflate expands at most 1,032-fold, so a step of this size cannot exceed the limit by much. */
const STEP_BYTES = 4 * 1024;

export interface Inflated {
  /** All bytes, or those before the finding. */
  bytes: Uint8Array<ArrayBuffer>;
  finding: BodyFinding | null;
}

export interface InflateOptions {
  /** The input is only the first part, so its end is not a fault. */
  isPartial?: boolean;
  /** In bytes. */
  limit?: number;
}

/** Inflates synchronously, in steps, and stops at the limit. Never throws. */
export function inflateBody(
  bytes: Uint8Array,
  compression: Compression,
  {isPartial = false, limit = MAX_INFLATED_BYTES}: InflateOptions = {},
): Inflated {
  const output = createOutput();
  const members: Member[] = [[0, 0]];
  const stream = new streams[compression](output.add);
  if (stream instanceof Gunzip) stream.onmember = (at) => members.push([at, output.size()]);
  const damaged: BodyFinding = {code: 'compressed-body-damaged', actual: compression};
  try {
    for (let at = 0; at < bytes.length; at += STEP_BYTES) {
      stream.push(bytes.subarray(at, at + STEP_BYTES), !isPartial && at + STEP_BYTES >= bytes.length);
      if (output.size() > limit)
        return {bytes: output.join(limit), finding: {code: 'inflated-too-large', limit}};
    }
  } catch {
    // The library's own message does not say more than the finding.
    return {bytes: output.join(limit), finding: damaged};
  }
  const inflated = output.join(limit);
  const isWhole = members.every(([at, inflatedAt], index) => {
    const [end, inflatedEnd] = members[index + 1] ?? [];
    // The last one of a part has no checksum yet.
    if (isPartial && !end) return true;
    return matchesChecksum(bytes.subarray(at, end), compression, inflated.subarray(inflatedAt, inflatedEnd));
  });
  return {bytes: inflated, finding: isWhole ? null : damaged};
}

/** Where a member of gzip begins, compressed and inflated: each has its own checksum (RFC 1952, section 2.2). */
type Member = [at: number, inflatedAt: number];

const streams = {gzip: Gunzip, deflate: Unzlib, 'deflate-raw': Inflate};

function createOutput() {
  const chunks: Uint8Array[] = [];
  let size = 0;
  return {
    add: (chunk: Uint8Array) => {
      chunks.push(chunk);
      size += chunk.length;
    },
    size: () => size,
    join: (limit: number): Uint8Array<ArrayBuffer> => {
      const whole = new Uint8Array(size);
      let at = 0;
      for (const chunk of chunks) {
        whole.set(chunk, at);
        at += chunk.length;
      }
      return whole.subarray(0, limit);
    },
  };
}
