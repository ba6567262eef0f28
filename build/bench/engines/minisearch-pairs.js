import { engine } from "./minisearch.js";
import { pairs } from "./words.js";

export default engine(pairs);
