// How the browser tests run: a program for each worker, on SQLite; a smaller set once more on PostgreSQL.
import { defineConfig } from "@playwright/test";

import type { Options } from "./ground/ground";
import { browser } from "./ground/chromium";

// Without a cluster the tests on PostgreSQL are skipped, each with its reason; a strict run fails instead.
export default defineConfig<object, Options>({
  testDir: ".",
  outputDir: ".results",
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: { ...browser, locale: "sv-SE", trace: "retain-on-failure" },
  projects: [
    { name: "sqlite", testMatch: "*.spec.ts", use: { database: "sqlite" } },
    { name: "postgres", testMatch: "accounts.spec.ts", use: { database: "postgres" } },
  ],
});
