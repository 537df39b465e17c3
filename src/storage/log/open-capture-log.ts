import type {ReplayLog} from './capture-log';
import {type CaptureLogOptions, openLogBase} from './open-log-base';
import {createObservingLog} from './open-observing-log';
import {createPanelLog} from './open-panel-log';

/** For tests: the log of all contexts in one. */
export async function openCaptureLog(options: CaptureLogOptions): Promise<ReplayLog> {
  const base = await openLogBase(options);
  const {flush, ...observing} = createObservingLog(base, options);
  return {...createPanelLog(base, flush), ...observing};
}
