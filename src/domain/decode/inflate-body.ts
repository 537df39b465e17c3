import {Gunzip, Inflate, Unzlib} from 'fflate';
import type {BodyFinding, Compression} from './body-finding';
import {matchesChecksum} from './checksum';

/** What a compressed body may swell to; a legal batch has 2 MB. */
const MAX_INFLATED_BYTES = 32 * 1024 * 1024;
/** Deflate swells at most 1,032-fold, so one step of this size cannot run far past the limit. */
const STEP_BYTES = 4 * 1024;

export interface Inflated {
  /** Everything, or what came before the finding. */
  bytes: Uint8Array<ArrayBuffer>;
  finding: BodyFinding | null;
}

export interface InflateOptions {
  /** The input is the first part only, so that its end is no damage. */
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
  let isMultiple = false;
  if (stream instanceof Gunzip) {
    stream.onmember = () => {
      isMultiple = true;
    };
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
    // The library's own words say no more than the finding.
    return {bytes: output.join(limit), finding: damaged};
  }
  const inflated = output.join(limit);
  const isWhole = isPartial || isMultiple || matchesChecksum(bytes, compression, inflated);
  return {bytes: inflated, finding: isWhole ? null : damaged};
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
