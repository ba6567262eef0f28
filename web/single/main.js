// The page as one file, opened by a double click.
import "./inline.js";
import "../app.js";
