import {join, resolve} from 'node:path';
import {expect, it} from 'vitest';
import {configFolder} from './config-folder';

const project = resolve('project');

it.each([
  [
    'its config, whose tests are in another folder',
    join(project, 'playwright.config.ts'),
    join(project, 'tests'),
  ],
  ['its config, whose tests are outside', join(project, 'playwright.config.ts'), resolve('tests')],
  ['no config', undefined, project],
])('the files that a test names are in the folder of %s', (_, configFile, rootDir) => {
  expect(configFolder({rootDir, ...(configFile !== undefined && {configFile})})).toBe(project);
});
