import './detail.css';
import '../help/help.css';

export {HelpDialog} from '../help/HelpDialog';
export {CompareDetail} from './CompareDetail';
export {DetailPane} from './DetailPane';
export {GoldenDetail} from './GoldenDetail';
export {PasteDetail} from './PasteDetail';
export {ResendDetail} from './ResendDetail';
