import type {JsonObject} from '../../json/json-value';
import type {DecodedEvent} from '../../verdict/inspection';

export type ObjectEvent = DecodedEvent & {value: JsonObject};
