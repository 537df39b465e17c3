import {hookPage} from './hook-page';

// Runs in the page's own world before its first script, as one classic script.
hookPage(window);
