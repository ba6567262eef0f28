export const app = "a small page, only for tests";
