import {signal} from '@preact/signals';
import {render} from 'preact';
import type {CapturedRequest} from '../../src/domain/capture/captured-request';
import {inspectRequest} from '../../src/domain/inspect-request';
import {pause} from '../../src/panel/ports/pause';
import {ExtensionUpdatedError} from '../../src/panel/store/create-connection';
import {createMemoryPlans} from '../../src/panel/store/test-support/create-memory-plans';
import {createTestStore} from '../../src/panel/store/test-support/create-test-store';
import {Panel} from '../../src/panel/view/Panel';
import {buildLoad} from './build-load';
import {buildNames, buildPlan} from './build-names';
import {buildVisit} from './sample-requests';

/** `?theme=dark&load=100000&granted=none&capture=silent&empty&coverage=60&plan` */
const parameters = new URLSearchParams(location.search);
const theme = parameters.get('theme');
if (theme) document.documentElement.dataset.theme = theme;

const load = Number(parameters.get('load') ?? 0);
const names = Number(parameters.get('coverage') ?? 0);
const records = parameters.has('empty')
  ? []
  : names > 0
    ? buildNames(names, parameters.has('plan'))
    : load > 0
      ? buildLoad(load)
      : buildVisit();
let reloads = 0;
const troubles: Record<string, Error> = {
  updated: new ExtensionUpdatedError('The extension was updated.'),
  silent: new Error('Could not establish connection. Receiving end does not exist.'),
};
/** Why it is not known which hosts are granted. */
let trouble = troubles[parameters.get('capture') ?? ''];
const test = createTestStore({
  ...(parameters.has('plan') && {plans: createMemoryPlans([buildPlan(names)])}),
  records,
  inspect: (request: CapturedRequest) => inspectRequest(request, {settings: test.settings.peek()}),
  secrets: new Map([['secret-key', 'ts_live_51Hq0fkeJw9aVd3x']]),
  granted: parameters.get('granted') === 'none' ? ['https://api.app.thrivestack.ai/*'] : ['*://*/*'],
  dependencies: {
    pageUrl: signal('https://app.acme.example/account'),
    pause,
    ...(trouble && {
      permissions: {
        granted: async () => {
          if (trouble) throw trouble;
          return ['*://*/*'];
        },
        request: async () => undefined,
        subscribe: () => () => undefined,
      },
    }),
    reloadPage: () => {
      reloads++;
    },
  },
});

/** The objects that tests and benchmarks use: the store, and messages like those of the capturing contexts. */
declare global {
  interface Window {
    preview: typeof test & {
      buildVisit: typeof buildVisit;
      buildLoad: typeof buildLoad;
      /** How often the page would have been reloaded. */
      reloads(): number;
      /** The background responds again. */
      answer(): void;
    };
  }
}
window.preview = {
  ...test,
  buildVisit,
  buildLoad,
  reloads: () => reloads,
  answer: () => (trouble = undefined),
};

test.store.coverage.opened.value = parameters.has('coverage');
if (!parameters.has('late')) await test.store.start();
const root = document.getElementById('root');
if (root) render(<Panel store={test.store} />, root);
