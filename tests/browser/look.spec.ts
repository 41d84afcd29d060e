// How pages look to those who see little, have a small screen, or want much contrast: every page of the router.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { everywhere } from "./ground/everywhere";
import { open } from "./ground/forms";
import { expect, test } from "./ground/ground";

const THEMES = ["light", "dark", "contrast light"];
const WIDTHS = [390, 1440];
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds on the page as it stands, in one line for each finding. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} – ${node.failureSummary}`));
}

async function dress(page: Page, theme: string, width: number) {
  await page.setViewportSize({ width, height: 900 });
  // Colours are measured once they have arrived: even a transition of no length takes a frame or two.
  await page.evaluate(async (theme) => {
    document.documentElement.setAttribute("data-theme", theme);
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
    await frame();
    await frame();
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {})));
  }, theme);
}

async function expectNoSidewaysScrolling(page: Page, where: string) {
  const { needed, there } = await page.evaluate(() => ({
    needed: document.documentElement.scrollWidth,
    there: document.documentElement.clientWidth,
  }));
  expect(needed, `${where} scrolls sideways`).toBeLessThanOrEqual(there);
}

for (const language of ["sv", "en"]) {
  test(`axe finds nothing on any page, in ${language}`, async ({ page, context, people, program, signIn, complaints }) => {
    test.setTimeout(600_000);
    // Colours are measured as they are, not on their way from one theme to another.
    await page.emulateMedia({ reducedMotion: "reduce" });
    complaints.expectStatus(404);
    const found: string[] = [];
    for (const { route, path, door } of await everywhere(program, people)) {
      if (door) await context.clearCookies();
      else await signIn(people.administrator);
      await context.addCookies([{ name: "radslag_language", value: language, url: program.address }]);
      if (!door) await people.speak(language);
      await page.setViewportSize({ width: 1440, height: 900 });
      await open(page, path);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      for (const theme of THEMES) {
        for (const width of WIDTHS) {
          await dress(page, theme, width);
          found.push(...(await findings(page)).map((finding) => `${route}, ${theme}, ${width}: ${finding}`));
        }
      }
    }
    expect(found).toEqual([]);
  });
}

test("no page scrolls sideways at 320 pixels or at 200 per cent", async ({ page, people, program, signIn, context, complaints }) => {
  test.setTimeout(200_000);
  complaints.expectStatus(404);
  for (const { route, path, door } of await everywhere(program, people)) {
    if (door) await context.clearCookies();
    else await signIn(people.administrator);
    await page.goto(path);
    // At 200 per cent a screen of 1280 pixels has room for 640.
    for (const width of [320, 640]) {
      await page.setViewportSize({ width, height: 640 });
      await expectNoSidewaysScrolling(page, `${route} at ${width}`);
    }
  }
});

test("names of every kind keep the page in shape", async ({ page, people, signIn }) => {
  for (const name of ["Ö".repeat(120), "مریم حسینی", "👩🏽‍🚀 Kim", "</title><script>alert(1)</script>"]) {
    await signIn(await people.invited(name));
    await page.setViewportSize({ width: 320, height: 640 });
    await open(page, "/settings");
    await expect(page.locator("[name=name]")).toHaveValue(name);
    await expectNoSidewaysScrolling(page, name);
  }
});

test("nothing moves for those who want it still", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/sign-in");
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll("*")].filter((element) => {
      const { transitionDuration, animationDuration } = getComputedStyle(element);
      return [transitionDuration, animationDuration].some((time) => time.split(",").some((part) => parseFloat(part) > 0.01));
    }).map((element) => element.outerHTML.slice(0, 80)),
  );
  expect(moving).toEqual([]);
});

test("pages can be printed", async ({ page, people, signIn }) => {
  await signIn(people.administrator);
  await page.goto("/administration/record");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("h1")).toBeVisible();
  await expect(page.locator("footer")).toBeHidden();
});
