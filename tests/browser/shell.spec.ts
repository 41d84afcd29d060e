// The frame round every page: moving about, what is announced, what is lost, what is old, what is slow.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test } from "./ground/ground";
import { form, open, send } from "./ground/forms";
import { Program, site } from "./ground/program";
import { People } from "./ground/people";

test("going to a page moves the focus to its heading and says its name", async ({ page, people, signIn }) => {
  await signIn(people.administrator);
  await open(page, "/");
  let loads = 0;
  page.on("load", () => loads++);
  for (const path of ["/people", "/administration", "/settings", "/"]) {
    await page.locator(`header a[href="${path}"]`).last().click();
    await expect(page).toHaveURL(new RegExp(`${path}$`));
    const heading = page.locator("h1");
    await expect(heading).toBeFocused();
    await expect(page.locator("#announcer")).toHaveText(await heading.innerText());
    await expect(page).toHaveTitle(`${await heading.innerText()} – Rådslag`);
  }
  await page.goBack();
  await expect(page).toHaveURL(/\/settings$/);
  await expect(page.locator("h1")).toBeFocused();
  expect(loads, "no page was loaded anew").toBe(0);
});

test("the next page begins at its top, and going back comes back to where one was", async ({ page, people, signIn }) => {
  await signIn(people.administrator);
  await page.setViewportSize({ width: 390, height: 600 });
  await open(page, "/settings");
  await page.evaluate(() => window.scrollTo(0, 500));
  await page.locator('header a[href="/people"]').click();
  await expect(page.locator("h1")).toBeFocused();
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
  await page.goBack();
  await expect(form(page, "change_profile")).toBeVisible();
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(500);
});

test("the first stop leads past the head", async ({ page, people, signIn }) => {
  await signIn(people.administrator);
  await open(page, "/people");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const inMain = await page.evaluate(() => document.querySelector("main")?.contains(document.activeElement));
  expect(inMain, "the next stop is in the page itself").toBe(true);
});

test("a lost chunk says what is missing, and other pages go on", async ({ page, people, signIn, complaints }) => {
  complaints.expect(/Failed to load resource|ERR_FAILED|Failed to fetch|split_administration|was preloaded using link preload/);
  await signIn(people.administrator);
  await page.route("**/pkg/split_administration*", (route) => route.abort());
  await open(page, "/");
  await page.locator('header a[href="/administration"]').click();
  await expect(page.locator("#lost")).toBeVisible();
  await page.locator('header a[href="/people"]').click();
  await expect(form(page, "invite_person")).toBeVisible();
  await page.locator('header a[href="/settings"]').click();
  await expect(form(page, "change_profile")).toBeVisible();

  await page.unroute("**/pkg/split_administration*");
  await page.locator('header a[href="/administration"]').click();
  const again = page.locator("#lost a");
  if (await again.isVisible()) await again.click();
  await expect(page.locator("nav.tabs")).toBeVisible();
});

test("a page whose own chunk is lost is read and sent all the same", async ({ page, people, signIn, complaints }) => {
  complaints.expect(/Failed to load resource|ERR_FAILED|Failed to fetch|split_people|was preloaded using link preload/);
  await signIn(people.administrator);
  await page.route("**/pkg/split_people*", (route) => route.abort());
  await page.goto("/people");
  await expect(page.locator("#lost")).toBeVisible();
  await send(page, "invite_person", { email: "elsa@example.se", office: "member" });
  await expect(page.locator(".link-to-copy")).toBeVisible();
});

test("a page is usable before its bundle has arrived", async ({ page, people }) => {
  const maria = await people.invited("Maria");
  let release = () => {};
  const arrived = new Promise<void>((done) => (release = done));
  await page.route("**/pkg/*.wasm", async (route) => {
    await arrived;
    await route.abort().catch(() => {});
  });
  await page.goto("/sign-in", { waitUntil: "domcontentloaded" });
  await send(page, "request_code", { email: maria.email });
  await expect(page).toHaveURL(/\/sign-in\/code$/);
  await send(page, "enter_code", { code: await people.letters.codeFor(maria.email) });
  await expect(page.locator("header .me")).toContainText("Maria");
  await page.unrouteAll({ behavior: "ignoreErrors" });
  release();
});

test("a page older than the server is told, and reloads with what was typed", async ({ page, database, complaints, context }) => {
  complaints.expectStatus(422);
  const newer = mkdtempSync(join(tmpdir(), "radslag-site-"));
  cpSync(site, newer, { recursive: true });
  const names = JSON.parse(readFileSync(join(site, "site.json"), "utf8"));
  writeFileSync(join(newer, "site.json"), JSON.stringify({ ...names, build: "another-build" }));
  const program = await Program.start(database);
  const people = await People.withFirstAdministrator(program);
  await context.addCookies(await people.cookiesOf(people.administrator));

  await open(page, `${program.address}/settings`);
  await program.restart({ RADSLAG_SITE: newer });
  await expect(page.locator("#new-version")).toHaveCount(0);
  await form(page, "change_profile").locator("[name=name]").fill("   ");
  await form(page, "change_profile").locator("button").click();
  await expect(page.locator("#new-version")).toBeVisible();
  await form(page, "change_profile").locator("[name=name]").fill("Anna halvvägs");
  await page.locator("#new-version button").click();
  await expect(page.locator("#new-version")).toHaveCount(0);
  await expect(form(page, "change_profile").locator("[name=name]")).toHaveValue("Anna halvvägs");

  await people.leave();
  await program.takeAway();
  rmSync(newer, { recursive: true });
});

test("what is not there says so, with a way on", async ({ page, complaints }) => {
  // The way on leads to the start page, which asks first who one is.
  complaints.expectStatus(404, 401);
  await open(page, "/nowhere/at/all");
  await expect(page.locator("h1")).toBeVisible();
  await page.locator("main a[href='/']").click();
  await expect(page).toHaveURL(/\/sign-in$/);
});

test("one who is not signed in comes back to where they wanted to go", async ({ page, people }) => {
  await open(page, "/settings/security");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.locator("a[href^='/sign-in/password']").click();
  await send(page, "sign_in_with_password", {
    email: people.administrator.email,
    password: people.administrator.password!,
  });
  await expect(page).toHaveURL(/\/settings\/security$/);
});
