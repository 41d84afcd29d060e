// Which browser the tests use: the system's own Chromium, kept from fetching anything by itself.
import type { LaunchOptions } from "@playwright/test";

export const browser: { launchOptions: LaunchOptions } = {
  launchOptions: {
    executablePath: process.env.RADSLAG_CHROMIUM || "/usr/bin/chromium",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  },
};
