/** The phone form 手机表单 of a secretary. */
import './pages/index.js';
import './phone/phone-form.js';
import { keepOnPhone } from './phone/shell.js';

keepOnPhone();
