import type {Detail} from '../../store/create-detail';

export type ReadyDetail = Extract<Detail, {state: 'ready'}>;
