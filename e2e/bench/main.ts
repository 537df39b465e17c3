import {formatBench} from './format-bench';
import {runBench} from './run-bench';

console.log(formatBench(`inspectRequest in Node ${process.version}`, runBench()));
