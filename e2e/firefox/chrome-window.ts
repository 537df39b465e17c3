import type {Marionette} from './marionette';

const scriptMilliseconds = 60_000;

/** Runs functions in Firefox' own window, where `gBrowser` and all modules of the browser are available. */
export class ChromeWindow {
  constructor(private readonly marionette: Marionette) {}

  /** The function must be self-contained; argument and result are JSON. */
  async run<Result>(script: () => Result | Promise<Result>): Promise<Result>;
  async run<Result, Argument>(
    script: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
  async run<Result>(
    script: (argument: never) => Result | Promise<Result>,
    argument?: unknown,
  ): Promise<Result> {
    const answer = (await this.marionette.send('WebDriver:ExecuteAsyncScript', {
      script: `
        const [argument, done] = arguments;
        const __name = (f) => f;
        Promise.resolve(argument).then(${String(script)}).then(
          (result) => done({result}),
          (error) => done({failure: String(error) + '\\n' + (error?.stack ?? '')}),
        );`,
      args: [argument ?? null],
      scriptTimeout: scriptMilliseconds,
    })) as {value: {result: Result} | {failure: string}};
    if ('failure' in answer.value) throw new Error(answer.value.failure);
    return answer.value.result;
  }

  /** Installs an extension from its folder for this session; replaces an older one with the same ID. */
  async install(folder: string): Promise<void> {
    await this.marionette.send('Addon:Install', {path: folder, temporary: true});
  }

  async perform(actions: readonly object[]): Promise<void> {
    await this.marionette.send('WebDriver:PerformActions', {actions});
  }
}
