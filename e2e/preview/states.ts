import type {SampleName} from '../editor-preview/samples';

/** A state of the product that can be viewed without the extension. */
export interface PreviewState {
  group: 'Panel' | 'Editor' | 'Settings';
  title: string;
  /** Path below `e2e`, with the page's own parameters. */
  path: string;
}

const editorSamples: Readonly<Record<SampleName, string>> = {
  good: 'An event without issues',
  faulty: 'Events with issues',
  broken: 'Text that is not valid JSON',
  oversized: 'A batch of more than 1,000 events',
  big: 'A batch of 2 MB',
  delicate: 'Text that parsing would change',
  missing: 'An empty body',
};

/** All states, in the order of the index page. */
export const previewStates: readonly PreviewState[] = [
  {group: 'Panel', title: 'A visit', path: 'panel-preview/index.html?state=visit'},
  {group: 'Panel', title: 'Nothing captured yet', path: 'panel-preview/index.html?empty'},
  {
    group: 'Panel',
    title: 'First run, capture not allowed',
    path: 'panel-preview/index.html?empty&granted=none',
  },
  {group: 'Panel', title: 'Capture not allowed', path: 'panel-preview/index.html?granted=none'},
  {
    group: 'Panel',
    title: 'The extension was updated',
    path: 'panel-preview/index.html?capture=updated',
  },
  {
    group: 'Panel',
    title: 'The extension does not respond',
    path: 'panel-preview/index.html?capture=silent',
  },
  {group: 'Panel', title: '10,000 events', path: 'panel-preview/index.html?load=10000'},
  ...[3, 60, 500].flatMap((names): PreviewState[] => [
    {
      group: 'Panel',
      title: `Coverage of ${names} events`,
      path: `panel-preview/index.html?coverage=${names}`,
    },
    {
      group: 'Panel',
      title: `Coverage of ${names} rules of a plan`,
      path: `panel-preview/index.html?coverage=${names}&plan`,
    },
  ]),
  ...Object.entries(editorSamples).map(
    ([name, title]): PreviewState => ({
      group: 'Editor',
      title,
      path: `editor-preview/index.html?sample=${name}`,
    }),
  ),
  {group: 'Settings', title: 'Settings', path: 'editor-preview/settings.html?state=settings'},
  {
    group: 'Settings',
    title: 'Settings that cannot be read',
    path: 'editor-preview/settings.html?state=broken',
  },
  {
    group: 'Settings',
    title: 'Settings that are not read yet',
    path: 'editor-preview/settings.html?state=slow',
  },
];
