// Takes a picture of every page in several widths and themes, for the eye: RADSLAG_PICTURES names the folder.
import { defineConfig } from "@playwright/test";

import { browser } from "./ground/chromium";
import type { Options } from "./ground/ground";

export default defineConfig<object, Options>({
  testDir: "./pictures",
  outputDir: ".results",
  testMatch: "*.pictures.ts",
  workers: 2,
  fullyParallel: true,
  timeout: 300_000,
  use: { ...browser, locale: "sv-SE" },
});
