import {dirname} from 'node:path';
import type {FullConfig} from '@playwright/test';

/**
 * The folder that the files a test names are relative to: that of the Playwright config, whatever its `testDir` and
 * wherever the tests are started. Without a config file, Playwright starts in that folder.
 */
export function configFolder({configFile, rootDir}: Pick<FullConfig, 'configFile' | 'rootDir'>): string {
  return configFile === undefined ? rootDir : dirname(configFile);
}
