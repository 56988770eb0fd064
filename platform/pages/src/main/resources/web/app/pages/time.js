import { addTexts, locale, t } from './language.js';

/** The county's time, wherever the phone believes to be (DOMAIN §6). */
const ZONE = 'Asia/Shanghai';

addTexts({
  zh: {
    'time.today': '今天 {clock}',
    'time.yesterday': '昨天 {clock}',
    'time.on': '{day} {clock}',
    'time.day-today': '今天 {day}',
    'time.day-yesterday': '昨天 {day}',
  },
  en: {
    'time.today': 'today {clock}',
    'time.yesterday': 'yesterday {clock}',
    'time.on': '{day}, {clock}',
    'time.day-today': 'Today, {day}',
    'time.day-yesterday': 'Yesterday, {day}',
  },
});

const DAY = 86_400_000;

/** Days before months: nobody here reads 11/30. */
function calendar() {
  return locale() === 'en' ? 'en-GB' : locale();
}

function parts(date) {
  const found = new Intl.DateTimeFormat('en-CA', {
    timeZone: ZONE, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit',
    hour: '2-digit', minute: '2-digit', second: '2-digit',
  }).formatToParts(date);
  return Object.fromEntries(found.map((part) => [part.type, part.value]));
}

/** 2026-11-30 in the county. */
export function isoDay(date = new Date()) {
  const at = parts(date);
  return `${at.year}-${at.month}-${at.day}`;
}

/** 2026-11-30T14:30:00+08:00, as the services take it. */
export function isoTime(date = new Date()) {
  const at = parts(date);
  return `${isoDay(date)}T${at.hour}:${at.minute}:${at.second}+08:00`;
}

/** 2026-11-30T14:30, as a choice of a day and a time holds it. */
export function localInput(iso) {
  return isoTime(new Date(iso)).slice(0, 16);
}

export function fromLocalInput(value) {
  return `${value}:00+08:00`;
}

export function clock(date) {
  const at = parts(new Date(date));
  return `${at.hour}:${at.minute}`;
}

/** 11月30日 星期一 */
export function dayName(date, weekday = true) {
  return new Intl.DateTimeFormat(calendar(), {
    timeZone: ZONE, month: 'long', day: 'numeric', ...(weekday ? { weekday: 'long' } : {}),
  }).format(new Date(date));
}

/** 今天 11月30日, 昨天 11月29日, 11月28日周六: a day among others. @param iso 2026-11-30 */
export function dayChoice(iso) {
  const form = (weekday) =>
    new Intl.DateTimeFormat(calendar(), {
      timeZone: ZONE, month: 'short', day: 'numeric', ...(weekday ? { weekday: 'short' } : {}),
    }).format(new Date(`${iso}T12:00:00+08:00`));
  if (iso === isoDay()) {
    return t('time.day-today', { day: form(false) });
  }
  return iso === isoDay(new Date(Date.now() - DAY)) ? t('time.day-yesterday', { day: form(false) }) : form(true);
}

/** 11月3日; of another year 2021年9月25日. */
function dated(date) {
  const years = isoDay(new Date(date)).slice(0, 4) === isoDay().slice(0, 4) ? {} : { year: 'numeric' };
  return new Intl.DateTimeFormat(calendar(), { timeZone: ZONE, month: 'long', day: 'numeric', ...years }).format(
    new Date(date),
  );
}

/** 今天 14:30, 昨天 08:05, 11月3日 09:00, 2021年9月25日 09:00 */
export function moment(date) {
  const day = isoDay(new Date(date));
  const at = { clock: clock(date), day: dated(date) };
  if (day === isoDay()) {
    return t('time.today', at);
  }
  return day === isoDay(new Date(Date.now() - DAY)) ? t('time.yesterday', at) : t('time.on', at);
}

/** 2026年12月1日 14:30: where it is read on another day, as on paper. */
export function dateAndTime(date) {
  return new Intl.DateTimeFormat(calendar(), {
    timeZone: ZONE, hourCycle: 'h23', year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit',
  }).format(new Date(date));
}

/** A sentence of a service, with its moments in people's words. */
export function readable(text) {
  return text.replace(/\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)/g, (iso) => moment(iso));
}
