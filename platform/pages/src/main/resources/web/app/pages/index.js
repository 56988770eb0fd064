/** Everything a page of the county is made of. */
import './tokens.css';
import './head.js';
import './field.js';
import './choice.js';
import './when.js';
import './skeleton.js';
import './notice.js';
import './bottom.js';
