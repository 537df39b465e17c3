/** The code that is loaded when a menu is first opened. */
export {ColumnMenu} from './ColumnMenu';
export {RowMenu} from './RowMenu';
