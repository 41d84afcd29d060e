// What the browser complains about while a test runs: any error or warning in the console, any uncaught exception.
import type { BrowserContext } from "@playwright/test";

export class Complaints {
  private readonly heard: string[] = [];
  private readonly expected: RegExp[] = [];

  listen(context: BrowserContext) {
    context.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") {
        this.heard.push(`${message.type()}: ${message.text()} (${message.location().url})`);
      }
    });
    context.on("weberror", (error) => this.heard.push(`exception: ${error.error().stack ?? error.error().message}`));
  }

  /** Chromium itself writes a line for every answer that is a refusal; a test that asks for one says so. */
  expectStatus(...statuses: number[]) {
    for (const status of statuses) this.expected.push(new RegExp(`Failed to load resource: .* status of ${status} `));
  }

  expect(pattern: RegExp) {
    this.expected.push(pattern);
  }

  unexpected(): string[] {
    return this.heard.filter((line) => !this.expected.some((pattern) => pattern.test(line)));
  }
}
