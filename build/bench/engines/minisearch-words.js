import { engine } from "./minisearch.js";
import { words } from "./words.js";

export default engine(words);
