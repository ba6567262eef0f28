import { app } from "./{{base}}app.js";
export const site = JSON.parse(`{{site}}`);
