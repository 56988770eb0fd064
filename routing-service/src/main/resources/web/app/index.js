/** The desks 工作台 of departments, dispatchers and the supervision office. */
import './pages/index.js';
import './desk/desk-app.js';
