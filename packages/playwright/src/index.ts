/** A fixture that captures the analytics events of a test, and matchers for them. */

export {expect} from './expect';
export {type TrackInspectorOptions, test} from './test';
export type {Tracking} from './tracking';
