import {createRandom} from '../scenarios/transports/create-random';
import {findBuild} from '../setup/builds';
import {readBundleSizes} from '../setup/bundle-sizes';
import {benchEditor, benchInPanel, benchList} from './bench-in-panel';
import {measureCoverageTasks} from './coverage-tasks';
import {editorMarks, keyMarks} from './editor-marks';
import {formatBench} from './format-bench';
import {formatMark, formatRatio} from './format-mark';
import {measureHeap} from './heap';
import {toListMark} from './list-marks';
import {measureLongestTasks} from './longest-task';
import {withBench} from './open-bench';
import {measurePageCost, workloads} from './page-cost';
import {measurePlans} from './plan-bench';
import {measureRowLatency} from './row-latency';
import {runBench} from './run-bench';
import {toInterval, toMedian, toQuantile} from './statistics';
import {runTokenBench} from './token-bench';

const browsers = ['chromium', 'firefox'] as const;

console.log(formatBench(`inspectRequest in Node ${process.version}`, runBench()));

console.log('\nThe token reader over JSON.parse of big, in Node, reach / fault');
for (const result of runTokenBench()) console.log(formatRatio(result.name, result, result.mark));

const plans = await measurePlans();
console.log(`\nTracking plans in Node ${process.version}: 500 rules of 48 properties, 1,000 events`);
for (const [name, {parse, check}] of [
  ['10 properties', plans.check10] as const,
  ['48 properties', plans.check48] as const,
]) {
  console.log(`${name}: ${check.toFixed(1)} ms, ${(check / parse).toFixed(1)} × JSON.parse`);
}
console.log(`import ${plans.import.toFixed(0)} ms, compile ${plans.compile.toFixed(0)} ms`);
console.log(`coverage over 100,000 events ${plans.coverage.toFixed(0)} ms`);

const bundleMarks = {
  background: {reach: 30, fault: 45},
  panel: {reach: 80, fault: 120},
  editor: {reach: 130, fault: 160},
};
console.log('\nBundles, gzipped, in chromium, reach / fault');
const sizes = readBundleSizes(findBuild('chromium'));
const opened = {...sizes, panel: sizes.panel + sizes.details};
console.log(`the list is painted with ${(sizes.panel / 1000).toFixed(1)} KB; the details come behind it`);
for (const name of ['background', 'panel', 'editor'] as const) {
  console.log(formatMark(name, opened[name] / 1000, 'KB', bundleMarks[name]));
}

const inPanel = await withBench('chromium', benchInPanel);
console.log(`\n${formatBench('inspectRequest in the panel, in chromium', inPanel)}`);

console.log('\nThe list of 100,000 events over JSON.parse of big, in chromium, reach / fault');
for (const result of await withBench('chromium', benchList)) {
  console.log(formatRatio(result.name, result, toListMark(result.name)));
}

console.log('\nThe editor with a draft of 2.25 MB over JSON.parse of big, in chromium, reach / fault');
const {results, keys} = await withBench('chromium', benchEditor);
for (const result of results) {
  const mark = editorMarks[result.name];
  if (mark) console.log(formatRatio(result.name, result, mark));
}
console.log(formatMark(`key to frame, median of ${keys.length}`, toMedian(keys), 'ms', keyMarks.median));
console.log(formatMark('key to frame, 95th percentile', toQuantile(keys, 0.95), 'ms', keyMarks.quantile));

console.log('\nFrom fetch() to the painted row, reach / fault');
for (const name of browsers) {
  const delays = await withBench(name, measureRowLatency);
  console.log(
    formatMark(`${name}, median of ${delays.length}`, toMedian(delays), 'ms', {reach: 35, fault: 50}),
  );
  console.log(
    formatMark(`${name}, 95th percentile`, toQuantile(delays, 0.95), 'ms', {reach: 60, fault: 100}),
  );
}

console.log(
  '\nLongest task of the panel’s thread, and painted over the page’s last answer, in chromium, reach / fault',
);
const measuredTasks = [
  ...(await withBench('chromium', measureLongestTasks)),
  ...(await withBench('chromium', measureCoverageTasks)),
];
for (const {name, tasks, painted, answered} of measuredTasks) {
  console.log(formatMark(name, tasks.longest, 'ms', {reach: 50, fault: 100}));
  // The clock also counts the time that other programs have the processor.
  if (tasks.busiest !== null) console.log(`  the busiest took ${tasks.busiest.toFixed(0)} ms of a processor`);
  if (painted !== null) console.log(`  shown after ${painted.toFixed(0)} ms`);
  if (answered === null) continue;
  console.log(`  answered after ${answered.time.toFixed(0)} ms`);
  console.log(formatMark('  painted over answered', answered.ratio, '×', answered.mark));
}

console.log('\nJavaScript in use after a collection, in chromium');
for (const {name, panel, judge} of await withBench('chromium', measureHeap)) {
  console.log(`${name.padEnd(48)} panel ${toMegabytes(panel)}, judge ${toMegabytes(judge)}`);
}

console.log('\nA page’s 1,000 requests, with the extension over without it, reach / fault');
for (const name of browsers) {
  for (const workload of workloads) {
    const ratios = await withBench(name, (bench) => measurePageCost(bench, workload));
    const [low, high] = toInterval(ratios, createRandom('1').random).map((value) => value.toFixed(3));
    const mark = {reach: 1.02, fault: 1.05};
    console.log(formatMark(`${name}, ${workload.name}`, toMedian(ratios), '×', mark));
    console.log('  where that lies with 95 % probability'.padEnd(48), ` ${low} to ${high}`);
  }
}

function toMegabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
