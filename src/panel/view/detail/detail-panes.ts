import './detail.css';

export {CompareDetail} from './CompareDetail';
export {DetailPane} from './DetailPane';
export {GoldenDetail} from './GoldenDetail';
export {PasteDetail} from './PasteDetail';
export {ResendDetail} from './ResendDetail';
