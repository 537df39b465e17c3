const colon = ':'.charCodeAt(0);

/** Marionette's messages are JSON, preceded by the length in bytes: `17:[0,1,"Status",{}]`. */
export function toMessage(content: unknown): Buffer {
  const json = Buffer.from(JSON.stringify(content));
  return Buffer.concat([Buffer.from(`${json.length}:`), json]);
}

/** Assembles messages from chunks that can be split anywhere. */
export class MessageReader {
  private pending: Buffer[] = [];
  private size = 0;

  constructor(private readonly onMessage: (content: unknown) => void) {}

  add(chunk: Buffer): void {
    this.pending.push(chunk);
    this.size += chunk.length;
    for (let message = this.take(); message !== null; message = this.take())
      this.onMessage(JSON.parse(message));
  }

  private take(): string | null {
    const first = this.pending[0];
    if (first === undefined) return null;
    // The length may itself be split, but then it is short, so joining is cheap.
    const head = first.includes(colon) ? first : this.join();
    const end = head.indexOf(colon);
    if (end === -1) return null;
    const length = Number(head.toString('latin1', 0, end));
    if (this.size < end + 1 + length) return null;
    const all = this.join();
    const rest = all.subarray(end + 1 + length);
    this.pending = rest.length > 0 ? [rest] : [];
    this.size = rest.length;
    return all.toString('utf8', end + 1, end + 1 + length);
  }

  private join(): Buffer {
    const all = Buffer.concat(this.pending);
    this.pending = [all];
    return all;
  }
}
