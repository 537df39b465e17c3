import type {CapturedBody} from './captured-request';

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * A short hash of a body whose exact bytes are known (length and 32-bit FNV-1a), null for any other. It distinguishes
 * bodies of the same time and address without reading them again; it is not secure.
 */
export function toBodyHash(body: CapturedBody): string | null {
  if (body.kind === 'none') return '0';
  if (body.kind !== 'bytes' || body.note !== undefined) return null;
  if (body.bytes.length === 0) return '0';
  const known = hashes.get(body.bytes);
  if (known !== undefined) return known;
  const hash = hashBytes(body.bytes);
  hashes.set(body.bytes, hash);
  return hash;
}

/** A body is compared with many records, and its bytes never change. */
const hashes = new WeakMap<Uint8Array, string>();

function hashBytes(bytes: Uint8Array): string {
  let hash = FNV_OFFSET;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, FNV_PRIME);
  return `${bytes.length}-${(hash >>> 0).toString(36)}`;
}
