import {hookPage} from './hook-page';
import {quietly} from './natives';

// Runs in the page's own world before its first script, as one classic script.
quietly(() => hookPage(window));
