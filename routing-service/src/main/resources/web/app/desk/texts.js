/** Everything that the desks say, in both languages. */
import './texts-zh.js';
import './texts-en.js';
import './texts-actions.js';
import './texts-codes.js';
