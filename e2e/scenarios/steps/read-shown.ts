import type {Panel} from '../../setup/browser-driver';
import {textOf} from '../../setup/surface';

/** The counts in the panel's status bar. */
export interface Shown {
  requests: number;
  events: number;
  errors: number;
  warnings: number;
}

export async function readShown(panel: Panel): Promise<Shown> {
  const text = (await textOf(panel, {css: '.status-counts'})) ?? '';
  const count = (name: string) =>
    Number(new RegExp(`([\\d,]+) ${name}s?\\b`).exec(text)?.[1]?.replaceAll(',', '') ?? 0);
  return {
    requests: count('request'),
    events: count('event'),
    errors: count('error'),
    warnings: count('warning'),
  };
}
