import './detail.css';

export {DetailPane} from './DetailPane';
export {PasteDetail} from './PasteDetail';
export {ResendDetail} from './ResendDetail';
