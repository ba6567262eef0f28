// The languages of the interface: a row here and a file of words in lang/ make
// one. The program has names of places, people and measures in Chinese, English,
// Russian and Kazakh, and its own sentences in Chinese and English; a language it
// has none in gets the English ones.

/** Units where the letters are Cyrillic: bytes and thousands of them, and what bn and its like stand for. */
const CYRILLIC = { bytes: ["Б", "кБ", "МБ", "ГБ"], powers: { 12: "трлн", 9: "млрд", 6: "млн" } };

/**
 * name: in itself; short: where the masthead has little room. locale: how numbers
 * and dates are written, dates as the program's own sentences write them, Kazakh
 * numbers as Russian ones; dates: what writes them where Intl cannot.
 */
export const LANGUAGES = Object.freeze({
  __proto__: null,
  zh: { name: "中文", locale: "zh-CN" },
  en: { name: "English", short: "EN", locale: "en-GB" },
  ru: { name: "Русский", short: "РУ", locale: "ru-RU", ...CYRILLIC },
  kk: { name: "Қазақша", short: "ҚАЗ", locale: "ru-KZ", ...CYRILLIC, dates: () => import("./kazakh.js") },
});
