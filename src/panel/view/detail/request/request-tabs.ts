export {ReplaysTab} from './ReplaysTab';
export {RequestTab} from './RequestTab';
export {ResponseTab} from './ResponseTab';
