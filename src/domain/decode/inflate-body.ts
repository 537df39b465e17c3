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
  options: InflateOptions = {},
): Inflated {
  const {isPartial = false, limit = MAX_INFLATED_BYTES} = options;
  const output = createOutput();
  const stream = createStream(compression, output.add);
  const members: Member[] = [{at: 0, inflatedAt: 0}];
  if (stream instanceof Gunzip) {
    stream.onmember = (at) => members.push({at, inflatedAt: output.size()});
  }
  const damaged: BodyFinding = {code: 'compressed-body-damaged', actual: compression};
  if (bytes.length === 0 && !isPartial) return {bytes: output.join(limit), finding: damaged};
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
  const isWhole = members.every(({at, inflatedAt}, index) => {
    const next = members[index + 1];
    // The checksum of the last one is missing where the input is only the first part.
    if (isPartial && !next) return true;
    return matchesChecksum(
      bytes.subarray(at, next?.at),
      compression,
      inflated.subarray(inflatedAt, next?.inflatedAt),
    );
  });
  return {bytes: inflated, finding: isWhole ? null : damaged};
}

/** Where a member of gzip begins, before and after inflating: each has its own checksum (RFC 1952, section 2.2). */
interface Member {
  at: number;
  inflatedAt: number;
}

function createStream(
  compression: Compression,
  onData: (chunk: Uint8Array) => void,
): Gunzip | Unzlib | Inflate {
  switch (compression) {
    case 'gzip':
      return new Gunzip(onData);
    case 'deflate':
      return new Unzlib(onData);
    case 'deflate-raw':
      return new Inflate(onData);
  }
}

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
      const whole = new Uint8Array(Math.min(size, limit));
      let at = 0;
      for (const chunk of chunks) {
        whole.set(chunk.subarray(0, whole.length - at), at);
        at = Math.min(at + chunk.length, whole.length);
      }
      return whole;
    },
  };
}
