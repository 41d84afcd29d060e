// Forms on a page: found by their name, filled in by their fields, sent with their button.
import type { Locator, Page } from "@playwright/test";

/** The form of this name; the first, where a list has one in each row. */
export function form(page: Page, name: string): Locator {
  return page.locator("form", { has: page.locator(`input[type=hidden][name=form][value=${name}]`) }).first();
}

export async function send(page: Page, name: string, fields: Record<string, string> = {}) {
  const the = form(page, name);
  for (const [field, value] of Object.entries(fields)) {
    const control = the.locator(`[name=${field}]:not([type=hidden])`).first();
    if ((await control.getAttribute("type")) === "radio") await the.locator(`[name=${field}][value="${value}"]`).check();
    else if ((await control.evaluate((element) => element.tagName)) === "SELECT") await control.selectOption(value);
    else await control.fill(value);
  }
  await the.getByRole("button").first().click();
}

/** Opens a page and waits until its scripts, if it has any, have woken it. */
export async function open(page: Page, path: string) {
  await page.goto(path, { waitUntil: "networkidle" });
}
