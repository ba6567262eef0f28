const VERSION = "{{version}}";
const FILES = JSON.parse(`{{files}}`);
