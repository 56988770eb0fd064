/** What the form says, a file for each view. */
import './texts/today.js';
import './texts/visit.js';
import './texts/request.js';
import './texts/echo.js';
import './texts/sent.js';
import './texts/slip.js';
