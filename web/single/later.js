// One file has all its words and rules of style from the start.

/** @template T @param {Promise<T>} module @returns {Promise<T>} */
export const later = (module) => module;
