import type {Detail} from '../../store/detail/create-detail';

export type ReadyDetail = Extract<Detail, {state: 'ready'}>;
