/**
 * Initials of Chinese by the browser's own order of pinyin: each of these characters is the first of its letter. No
 * table of 20,000 characters has to be loaded; of a character with several readings it knows the most usual one.
 */
const FIRST_OF_LETTER = '阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥扨它穵夕丫帀';
const LETTERS = 'abcdefghjklmnopqrstwxyz';
const order = new Intl.Collator('zh-CN-u-co-pinyin');

export function initials(text) {
  return [...text].map(initial).join('');
}

function initial(character) {
  if (!/\p{Script=Han}/u.test(character)) {
    return /[a-z0-9]/i.test(character) ? character.toLowerCase() : '';
  }
  for (let at = LETTERS.length - 1; at >= 0; at -= 1) {
    if (order.compare(character, FIRST_OF_LETTER[at]) >= 0) {
      return LETTERS[at];
    }
  }
  return '';
}
