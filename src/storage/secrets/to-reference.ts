/** The reference of a value: its hash, salted with a random value of the session. */
export async function toReference(salt: string, value: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${salt} ${value}`));
  const letters = [...new Uint8Array(hash).subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0'));
  return `secret-${letters.join('')}`;
}
