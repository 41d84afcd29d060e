// A person without a mouse: goes from stop to stop with the tab key, and sees where the focus is.
import { type Locator, type Page, expect } from "@playwright/test";

/** Presses the tab key until this has the focus. */
export async function tabTo(page: Page, target: Locator) {
  for (let stop = 0; stop < 80; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      return expectVisibleFocus(page);
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`the tab key never comes to ${target}`);
}

/** Goes to a field and types into it. */
export async function press(page: Page, field: Locator, text: string) {
  await tabTo(page, field);
  await page.keyboard.type(text);
  await expect(field).toHaveValue(text);
}

/** What has the focus, or what stands for it, is drawn differently from when it has not. */
async function expectVisibleFocus(page: Page) {
  const drawn = await page.evaluate(() => {
    const focused = document.activeElement as HTMLElement;
    const around = [focused, focused.parentElement, focused.parentElement?.parentElement];
    const look = () => around.map((element) => element && looks(getComputedStyle(element))).join("|");
    const looks = (style: CSSStyleDeclaration) =>
      [style.outlineStyle, style.outlineWidth, style.boxShadow, style.borderColor, style.backgroundColor].join(" ");
    const before = look();
    focused.blur();
    const after = look();
    focused.focus();
    return { different: before !== after, what: focused.outerHTML.slice(0, 120) };
  });
  expect(drawn.different, `the focus cannot be seen on ${drawn.what}`).toBe(true);
}
