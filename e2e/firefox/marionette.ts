import {connect, type Socket} from 'node:net';
import {z} from 'zod';
import {MessageReader, toMessage} from './marionette-wire';

const answerSchema = z.tuple([
  z.literal(1),
  z.number(),
  z.object({error: z.string(), message: z.string(), stacktrace: z.string().optional()}).nullable(),
  z.unknown(),
]);

interface Waiting {
  command: string;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** A session of Marionette, Firefox' own remote control. Several commands may be pending at the same time. */
export class Marionette {
  private lastId = 0;
  private readonly waiting = new Map<number, Waiting>();

  private constructor(private readonly socket: Socket) {
    const reader = new MessageReader((message) => this.receive(message));
    socket.on('data', (chunk: Buffer) => reader.add(chunk));
    socket.on('close', () => this.failAll('Firefox closed the connection.'));
    // 'close' follows and rejects the pending commands.
    socket.on('error', (error) => this.failAll(error.message));
  }

  static async connect(port: number): Promise<Marionette> {
    const socket = connect({host: '127.0.0.1', port, noDelay: true});
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    return new Marionette(socket);
  }

  /** Sends a command such as `WebDriver:Navigate`; rejects with Firefox' own message. */
  async send(command: string, parameters: object = {}): Promise<unknown> {
    const id = ++this.lastId;
    return await new Promise<unknown>((resolve, reject) => {
      this.waiting.set(id, {command, resolve, reject});
      this.socket.write(toMessage([0, id, command, parameters]));
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private receive(message: unknown): void {
    // The first message is a greeting.
    if (!Array.isArray(message)) return;
    const [, id, error, result] = answerSchema.parse(message);
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (error === null) waiting?.resolve(result);
    else
      waiting?.reject(
        new Error(`${waiting.command}: ${error.error}: ${error.message}\n${error.stacktrace ?? ''}`),
      );
  }

  private failAll(reason: string): void {
    for (const {command, reject} of this.waiting.values()) reject(new Error(`${command}: ${reason}`));
    this.waiting.clear();
  }
}
